package jp.shikaku.registration.hold;

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
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldDecisionRequest;
import jp.shikaku.contracts.hold.HoldDecisionsAnswer;
import jp.shikaku.contracts.hold.HoldDecisionsRequest;
import jp.shikaku.contracts.hold.HoldSummary;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** An insurer's worklist: its records that the system check holds back. */
@Path("/holds")
@Tag(name = "hold")
@Produces(MediaType.APPLICATION_JSON)
public class HoldResource {

    private final HoldDesk desk;
    private final HoldTallies tallies;
    private final BulkDecisions bulk;
    private final Caller caller;

    HoldResource(HoldDesk desk, HoldTallies tallies, BulkDecisions bulk, Caller caller) {
        this.desk = desk;
        this.tallies = tallies;
        this.bulk = bulk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "listHolds",
            summary = "The caller's own holds, oldest first; those that fit all that is asked for")
    public Uni<Page<Hold>> list(
            @BeanParam HoldQuery query,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        HoldFilter filter = HoldFilter.read(reader, query, caller.subject());
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return desk.list(caller.insurer(), filter, page);
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Roles.INSURER)
    @Operation(operationId = "summariseHolds", summary = "How many holds the caller has, and how old they are")
    public Uni<HoldSummary> summary() {
        return tallies.of(caller.insurer());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "getHold",
            summary = "One of the caller's own holds. To correct it, PUT /enrolments/{enrolmentId} with If-Match:"
                    + " latestVersion.")
    public Uni<Hold> get(String id) {
        return desk.find(caller.insurer(), ResourceId.of(id, ProblemType.HOLD_NOT_FOUND))
                .map(found -> found.orElseThrow(ProblemType.HOLD_NOT_FOUND::exception));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "decideHold",
            summary = "Confirms the record with a reason, which clears it, or withdraws the enrolment")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "403", description = "Somebody else has to confirm what the caller entered")
    @APIResponse(responseCode = "409", description = "It has been decided already")
    public Uni<Hold> decide(String id, HoldDecisionRequest request) {
        JsonBody.required(request);
        return desk.decide(
                caller.insurer(),
                ResourceId.of(id, ProblemType.HOLD_NOT_FOUND),
                Decision.read(request),
                caller.subject());
    }

    @POST
    @Path("/decisions")
    @Blocking // a body of some megabytes is not read on an event loop
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "decideHolds",
            summary = "Decides on up to 10,000 holds, for one reason or each for its own; each is decided or not,"
                    + " whatever becomes of the others")
    @APIResponse(responseCode = "200", description = "What became of each; repeated with the same key, the same again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was decided")
    public Uni<HoldDecisionsAnswer> decideMany(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, HoldDecisionsRequest request) {
        JsonBody.required(request);
        InsurerNumber insurer = caller.insurer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        return bulk.decide(insurer, key, DecisionList.read(request), caller.subject());
    }
}
