package jp.shikaku.registration.recheck;

import java.net.URI;
import java.util.UUID;

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
import jakarta.ws.rs.core.MediaType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.recheck.Recheck;
import jp.shikaku.contracts.recheck.RecheckState;
import jp.shikaku.contracts.recheck.RecheckStateRequest;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.pace.StockWalks;
import jp.shikaku.registration.request.ResourceId;

/** 全件チェック: the operator has everything that is linked compared with the resident register again. */
@Path("/rechecks")
@Tag(name = "recheck")
@Produces(MediaType.APPLICATION_JSON)
public class RecheckResource {

    private final Pool pool;
    private final RecheckStore store;
    private final StockWalks walks;
    private final Submissions submissions;
    private final Caller caller;

    RecheckResource(Pool pool, RecheckStore store, StockWalks walks, Submissions submissions, Caller caller) {
        this.pool = pool;
        this.store = store;
        this.walks = walks;
        this.submissions = submissions;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "startRecheck", summary = "Starts a check of the whole stock; one at a time")
    @APIResponse(responseCode = "202", description = "Started; repeated with the same key, the same check again")
    @APIResponse(responseCode = "409", description = "Another is under way")
    public Uni<RestResponse<Recheck>> start(@HeaderParam(IdempotencyKey.HEADER) String idempotencyKey) {
        String operator = caller.operator();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        Submission submission = new Submission("operator:" + operator, key, "start-recheck", "");
        return pool.withTransaction(transaction ->
                        submissions.once(transaction, submission, newId, () -> store.start(transaction, newId, operator)
                                .invoke(started -> {
                                    if (!started) {
                                        throw ProblemType.RECHECK_UNDER_WAY.exception();
                                    }
                                })
                                .replaceWithVoid()))
                .invoke(walks::look)
                .flatMap(this::existing)
                .map(recheck -> RestResponse.ResponseBuilder.<Recheck>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/rechecks/" + recheck.id()))
                        .entity(recheck)
                        .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getRecheck", summary = "How far a check of the stock has come")
    public Uni<Recheck> get(String id) {
        return existing(ResourceId.of(id, ProblemType.RECHECK_NOT_FOUND));
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "listRechecks", summary = "All checks of the stock, oldest first")
    public Uni<Page<Recheck>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return store.list(page)
                .map(found -> page.toPage(found, recheck -> recheck.id().toString()));
    }

    @PUT
    @Path("/{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "changeRecheck", summary = "Pauses a check, lets it go on, or cancels it")
    @APIResponse(responseCode = "200", description = "How it stands now")
    @APIResponse(responseCode = "409", description = "It is over")
    public Uni<Recheck> change(String id, RecheckStateRequest request) {
        JsonBody.required(request);
        UUID recheck = ResourceId.of(id, ProblemType.RECHECK_NOT_FOUND);
        ValueReader reader = new ValueReader();
        RecheckState next = reader.required("/state", request.state(), RecheckResource::next);
        reader.refuseIfAnyInvalid();
        return existing(recheck)
                .flatMap(found -> store.change(recheck, next))
                .invoke(changed -> {
                    if (!changed) {
                        throw ProblemType.RECHECK_OVER.exception();
                    }
                    walks.look();
                })
                .flatMap(changed -> existing(recheck));
    }

    /** Nobody but the check itself can say that it is done. */
    private static RecheckState next(String text) {
        RecheckState state = RecheckState.of(text);
        if (state == RecheckState.DONE) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return state;
    }

    private Uni<Recheck> existing(UUID id) {
        return store.find(id).map(found -> found.orElseThrow(ProblemType.RECHECK_NOT_FOUND::exception));
    }
}
