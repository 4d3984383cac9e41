package jp.shikaku.registration.enrolment;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** Where an insurer enters and corrects its records. */
@Path("/enrolments")
@Tag(name = "enrolment")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {

    private final Enrolments enrolments;
    private final Caller caller;

    EnrolmentResource(Enrolments enrolments, Caller caller) {
        this.enrolments = enrolments;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "enrol",
            summary = "Enrols a person. The record is checked at once and is either cleared or held.")
    @APIResponse(responseCode = "201", description = "Stored; repeated with the same key, the same enrolment again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was stored")
    public Uni<RestResponse<Enrolment>> enrol(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, EnrolmentRequest request) {
        JsonBody.required(request);
        InsurerNumber insurer = caller.insurer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        return enrolments
                .enrol(insurer, caller.subject(), key, request)
                .map(enrolment -> RestResponse.ResponseBuilder.<Enrolment>created(
                                URI.create("/enrolments/" + enrolment.id()))
                        .tag(EntityVersion.tag(enrolment.version()))
                        .entity(enrolment)
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "correctEnrolment",
            summary = "Enters a new version of a record, which is checked again. Every field is sent, also those that"
                    + " stay, the individual number included.")
    @APIResponse(responseCode = "200", description = "Stored as the next version")
    @APIResponse(responseCode = "412", description = "Somebody else changed it first")
    public Uni<RestResponse<Enrolment>> correct(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, EnrolmentRequest request) {
        JsonBody.required(request);
        int expected = EntityVersion.required(ifMatch);
        return enrolments
                .correct(
                        caller.insurer(),
                        caller.subject(),
                        ResourceId.of(id, ProblemType.ENROLMENT_NOT_FOUND),
                        expected,
                        request)
                .map(EnrolmentResource::tagged);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INSURER)
    @Operation(operationId = "getEnrolment", summary = "One of the caller's own records, in its latest version")
    public Uni<RestResponse<Enrolment>> get(String id) {
        return enrolments
                .find(caller.insurer(), ResourceId.of(id, ProblemType.ENROLMENT_NOT_FOUND))
                .map(found -> tagged(found.orElseThrow(ProblemType.ENROLMENT_NOT_FOUND::exception)));
    }

    @GET
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "listEnrolments",
            summary = "The caller's own records in their latest version, oldest first")
    public Uni<Page<Enrolment>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return enrolments.list(caller.insurer(), page);
    }

    private static RestResponse<Enrolment> tagged(Enrolment enrolment) {
        return RestResponse.ResponseBuilder.ok(enrolment)
                .tag(EntityVersion.tag(enrolment.version()))
                .build();
    }
}
