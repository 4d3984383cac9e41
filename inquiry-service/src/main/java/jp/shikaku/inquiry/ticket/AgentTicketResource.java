package jp.shikaku.inquiry.ticket;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.ticket.AgentReceipt;
import jp.shikaku.contracts.ticket.Ticket;
import jp.shikaku.contracts.ticket.TicketDecisionRequest;
import jp.shikaku.contracts.ticket.TicketEvent;
import jp.shikaku.contracts.ticket.TicketMessageRequest;
import jp.shikaku.contracts.ticket.TicketRequest;
import jp.shikaku.contracts.ticket.TicketSummary;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;

/** Where agents work on inquiries. */
@Path("/agent-tickets")
@Tag(name = "ticket")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.HOTLINE)
public class AgentTicketResource {

    private final AgentTickets tickets;
    private final Caller caller;

    AgentTicketResource(AgentTickets tickets, Caller caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "openAgentTicket", summary = "Receives an inquiry that an agent types for a caller")
    @APIResponseSchema(
            value = AgentReceipt.class,
            responseCode = "201",
            responseDescription = "Received; repeated with the same key, the same again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was stored")
    public Uni<RestResponse<AgentReceipt>> open(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, TicketRequest request) {
        String agent = caller.agent();
        JsonBody.required(request);
        return tickets.open(agent, IdempotencyKey.required(idempotencyKey), request)
                .map(opened -> RestResponse.ResponseBuilder.<AgentReceipt>created(
                                URI.create("/agent-tickets/" + opened.receipt().number()))
                        .entity(opened)
                        .tag(EntityVersion.tag(opened.ticket().summary().revision()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @RolesAllowed({Roles.HOTLINE, Roles.OPERATOR})
    @Operation(
            operationId = "listTickets",
            summary = "Inquiries, due first; all that are not closed unless narrowed. Nothing personal is in it.")
    public Uni<Page<TicketSummary>> list(
            @BeanParam TicketQuery query,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        TicketFilter filter = TicketFilter.read(reader, query);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return tickets.list(filter, page);
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "readAgentTicket",
            summary =
                    "One inquiry with everything that was written, and the ETag to change it by; its history tells who read it")
    public Uni<RestResponse<Ticket>> read(String number) {
        String agent = caller.agent();
        return tickets.read(ticketNumber(number), agent).map(AgentTicketResource::tagged);
    }

    @POST
    @Path("/{number}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeAgentMessage",
            summary = "Adds a note, asks the caller back, or replies: freely, or with the answer of a question")
    @APIResponse(responseCode = "200", description = "The inquiry as it is now")
    @APIResponse(responseCode = "409", description = "Not in its state, its personal data were purged, or it is full")
    @APIResponse(responseCode = "412", description = "Somebody else changed it first")
    public Uni<RestResponse<Ticket>> write(
            String number,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            TicketMessageRequest request) {
        String agent = caller.agent();
        JsonBody.required(request);
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        int revision = EntityVersion.required(ifMatch);
        return tickets.write(ticketNumber(number), revision, agent, key, request)
                .map(AgentTicketResource::tagged);
    }

    @POST
    @Path("/{number}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideTicket",
            summary = "Assigns an inquiry to an agent or to oneself, releases it, closes or reopens it")
    @APIResponse(responseCode = "200", description = "The inquiry as it is now")
    @APIResponse(responseCode = "409", description = "Not in its state, or its personal data were purged")
    @APIResponse(responseCode = "412", description = "Somebody else changed it first")
    public Uni<RestResponse<Ticket>> decide(
            String number, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TicketDecisionRequest request) {
        String agent = caller.agent();
        JsonBody.required(request);
        int revision = EntityVersion.required(ifMatch);
        return tickets.decide(ticketNumber(number), revision, agent, request).map(AgentTicketResource::tagged);
    }

    @GET
    @Path("/{number}/history")
    @Operation(
            operationId = "readTicketHistory",
            summary = "Who did what with an inquiry, also who looked; the oldest first")
    public Uni<Page<TicketEvent>> history(
            String number, @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        TicketNumber ticket = reader.required("path:number", number, TicketNumber::of);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return tickets.history(ticket, page);
    }

    private static TicketNumber ticketNumber(String text) {
        ValueReader reader = new ValueReader();
        TicketNumber number = reader.required("path:number", text, TicketNumber::of);
        reader.refuseIfAnyInvalid();
        return number;
    }

    private static RestResponse<Ticket> tagged(Ticket ticket) {
        return RestResponse.ResponseBuilder.ok(ticket)
                .tag(EntityVersion.tag(ticket.summary().revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
