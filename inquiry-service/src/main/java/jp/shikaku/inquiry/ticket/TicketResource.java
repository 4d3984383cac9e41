package jp.shikaku.inquiry.ticket;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.FollowUpCode;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.ticket.CallerMessageRequest;
import jp.shikaku.contracts.ticket.CallerTicket;
import jp.shikaku.contracts.ticket.TicketReceipt;
import jp.shikaku.contracts.ticket.TicketRequest;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;

/** Inquiries of anybody. Public; the follow-up code, in a header and never in an address, opens one's own. */
@Path("/tickets")
@Tag(name = "ticket")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class TicketResource {

    static final String FOLLOW_UP_CODE = "Follow-Up-Code";

    private static final String NOT_STORED = "no-store";

    private final PublicTickets tickets;

    TicketResource(PublicTickets tickets) {
        this.tickets = tickets;
    }

    /** Which inquiry, and the key to it. */
    private record Opening(TicketNumber number, FollowUpCode code) {

        static Opening read(String number, String code) {
            ValueReader reader = new ValueReader();
            TicketNumber ticket = reader.required("path:number", number, TicketNumber::of);
            FollowUpCode key = reader.required("header:" + FOLLOW_UP_CODE, code, FollowUpCode::of);
            reader.refuseIfAnyInvalid();
            return new Opening(ticket, key);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitTicket",
            summary = "Receives an inquiry; tells its number and, this once, the code that opens it")
    @APIResponseSchema(
            value = TicketReceipt.class,
            responseCode = "201",
            responseDescription = "Received; repeated with the same key, the same receipt again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was stored")
    @APIResponse(responseCode = "429", description = "Too many from this address; see Retry-After")
    public Uni<RestResponse<TicketReceipt>> submit(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            @Context HttpServerRequest call,
            TicketRequest request) {
        JsonBody.required(request);
        return tickets.submit(IdempotencyKey.required(idempotencyKey), request, from(call))
                .map(receipt -> RestResponse.ResponseBuilder.<TicketReceipt>created(
                                URI.create("/tickets/" + receipt.number()))
                        .entity(receipt)
                        .header(HttpHeaders.CACHE_CONTROL, NOT_STORED)
                        .build());
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "readTicket",
            summary = "How far one's own inquiry is and what was replied; the code in the header Follow-Up-Code")
    @APIResponse(responseCode = "404", description = "There is none, or the code is not its code")
    @APIResponse(responseCode = "429", description = "Too many from this address; see Retry-After")
    public Uni<RestResponse<CallerTicket>> read(
            String number, @HeaderParam(FOLLOW_UP_CODE) String code, @Context HttpServerRequest call) {
        Opening opening = Opening.read(number, code);
        return tickets.read(opening.number(), opening.code(), from(call)).map(TicketResource::notStored);
    }

    @POST
    @Path("/{number}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeToTicket",
            summary = "Adds to one's own inquiry; reopens it when it was answered or closed")
    @APIResponse(responseCode = "200", description = "The inquiry as it is now")
    @APIResponse(responseCode = "404", description = "There is none, or the code is not its code")
    @APIResponse(responseCode = "429", description = "Too many from this address; see Retry-After")
    public Uni<RestResponse<CallerTicket>> write(
            String number,
            @HeaderParam(FOLLOW_UP_CODE) String code,
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            @Context HttpServerRequest call,
            CallerMessageRequest request) {
        JsonBody.required(request);
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        Opening opening = Opening.read(number, code);
        return tickets.write(opening.number(), opening.code(), key, request, from(call))
                .map(TicketResource::notStored);
    }

    private static CallerAddress from(HttpServerRequest call) {
        return CallerAddress.of(
                call.remoteAddress() == null ? null : call.remoteAddress().hostAddress());
    }

    private static RestResponse<CallerTicket> notStored(CallerTicket ticket) {
        return RestResponse.ResponseBuilder.ok(ticket)
                .header(HttpHeaders.CACHE_CONTROL, NOT_STORED)
                .build();
    }
}
