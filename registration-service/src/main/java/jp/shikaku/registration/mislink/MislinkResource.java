package jp.shikaku.registration.mislink;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.mislink.MislinkCase;
import jp.shikaku.contracts.mislink.MislinkDecisionRequest;
import jp.shikaku.contracts.mislink.MislinkReceipt;
import jp.shikaku.contracts.mislink.MislinkReportRequest;
import jp.shikaku.contracts.mislink.MislinkState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.RequestId;
import jp.shikaku.registration.request.ResourceId;

/** Suspected wrong links: everybody may report one, its insurer finds out and decides. */
@Path("/mislinks")
@Tag(name = "mislink")
@Produces(MediaType.APPLICATION_JSON)
public class MislinkResource {

    private final Mislinks mislinks;
    private final MislinkCases cases;
    private final Caller caller;
    private final RequestId requestId;

    MislinkResource(Mislinks mislinks, MislinkCases cases, Caller caller, RequestId requestId) {
        this.mislinks = mislinks;
        this.cases = cases;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSTITUTION, Roles.HOTLINE, Roles.EMPLOYER, Roles.OPERATOR})
    @Operation(
            operationId = "reportMislink",
            summary = "Reports a suspected wrong link. The record is not shown from now on, anywhere, until its insurer"
                    + " has decided. Nothing of it is told to the reporter.")
    @APIResponseSchema(
            value = MislinkReceipt.class,
            responseCode = "201",
            responseDescription = "Number of the case, and whether the display has stopped everywhere already")
    @APIResponse(responseCode = "404", description = "The caller has no such record, confirmation or report")
    @APIResponse(responseCode = "409", description = "The confirmation or report named shows no record")
    public Uni<RestResponse<MislinkReceipt>> report(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, MislinkReportRequest request) {
        JsonBody.required(request);
        Reporter reporter = reporter();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        Suspicion suspicion = Suspicion.read(request, reporter.role());
        return mislinks.report(reporter, key, request, suspicion, requestId.value())
                .map(receipt -> RestResponse.ResponseBuilder.<MislinkReceipt>created(
                                URI.create("/mislinks/" + receipt.caseId()))
                        .entity(receipt)
                        .build());
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "listMislinks",
            summary = "The caller's own cases, oldest first, of one record if it is named; all of them for an operator")
    public Uni<Page<MislinkCase>> list(
            @QueryParam("state") String state,
            @QueryParam("enrolmentId") String enrolmentId,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        MislinkState wanted = reader.optional("query:state", state, MislinkState::of);
        UUID enrolment = reader.optional("query:enrolmentId", enrolmentId, PageRequest::uuid);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return cases.list(readsFor(), wanted, enrolment, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "getMislink",
            summary = "One case: who reported what and when, since when it was linked, when its display had stopped")
    public Uni<MislinkCase> get(String id) {
        return cases.find(readsFor(), ResourceId.of(id, ProblemType.MISLINK_NOT_FOUND));
    }

    @GET
    @Path("/{id}/looks")
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "listMislinkLooks",
            summary = "Every look at the record of a case since it was given out, oldest first: who, when, why, and"
                    + " whether its data were shown")
    @APIResponse(responseCode = "200", description = "A page of looks")
    @APIResponse(responseCode = "503", description = "Eligibility, which keeps the looks, cannot be asked right now")
    public Uni<Page<Look>> looks(
            String id, @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return cases.looks(readsFor(), ResourceId.of(id, ProblemType.MISLINK_NOT_FOUND), page, requestId.value());
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "decideMislink",
            summary = "Shows the record again, unless a doubt about it is open, or takes it back")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "409", description = "It has been decided already")
    public Uni<MislinkCase> decide(String id, MislinkDecisionRequest request) {
        JsonBody.required(request);
        return cases.decide(
                caller.insurer(),
                ResourceId.of(id, ProblemType.MISLINK_NOT_FOUND),
                MislinkVerdict.read(request),
                caller.subject());
    }

    private Optional<InsurerNumber> readsFor() {
        return caller.hasRole(Roles.OPERATOR) ? Optional.empty() : Optional.of(caller.insurer());
    }

    private Reporter reporter() {
        if (caller.hasRole(Roles.INSURER)) {
            return new Reporter(Roles.INSURER, caller.insurer().value());
        }
        if (caller.hasRole(Roles.INSTITUTION)) {
            return new Reporter(Roles.INSTITUTION, caller.institution().value());
        }
        if (caller.hasRole(Roles.EMPLOYER)) {
            return new Reporter(Roles.EMPLOYER, caller.employer().value());
        }
        return caller.hasRole(Roles.HOTLINE)
                ? new Reporter(Roles.HOTLINE, caller.agent())
                : new Reporter(Roles.OPERATOR, caller.operator());
    }
}
