package jp.shikaku.registration.overlap;

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

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.overlap.OverlapList;
import jp.shikaku.contracts.overlap.OverlapListState;
import jp.shikaku.contracts.overlap.OverlapListStateRequest;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** 資格重複状況結果一覧: the operator has it compiled who is insured twice. */
@Path("/overlap-lists")
@Tag(name = "overlap")
@Produces(MediaType.APPLICATION_JSON)
public class OverlapListResource {

    private final OverlapLists lists;
    private final Caller caller;

    OverlapListResource(OverlapLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "compileOverlapList",
            summary = "Compiles the next list of overlaps from all records that are given out; one at a time")
    @APIResponse(responseCode = "202", description = "Begun; repeated with the same key, the same list again")
    @APIResponse(responseCode = "409", description = "Another is under way, or the last is too young")
    public Uni<RestResponse<OverlapList>> compile(@HeaderParam(IdempotencyKey.HEADER) String idempotencyKey) {
        String operator = caller.operator();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        return lists.compile(operator, key)
                .flatMap(this::existing)
                .map(list -> RestResponse.ResponseBuilder.<OverlapList>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/overlap-lists/" + list.id()))
                        .entity(list)
                        .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getOverlapList", summary = "How far a list has come")
    public Uni<OverlapList> get(String id) {
        return existing(ResourceId.of(id, ProblemType.OVERLAP_LIST_NOT_FOUND));
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "listOverlapLists", summary = "All lists of overlaps, oldest first")
    public Uni<Page<OverlapList>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return lists.list(page)
                .map(found -> page.toPage(found, list -> list.id().toString()));
    }

    @PUT
    @Path("/{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeOverlapList",
            summary = "Pauses a list, lets it go on, or cancels it: then it says nothing, and the next has its number")
    @APIResponse(responseCode = "200", description = "How it stands now")
    @APIResponse(responseCode = "409", description = "It is over")
    public Uni<OverlapList> change(String id, OverlapListStateRequest request) {
        JsonBody.required(request);
        UUID list = ResourceId.of(id, ProblemType.OVERLAP_LIST_NOT_FOUND);
        ValueReader reader = new ValueReader();
        OverlapListState next = reader.required("/state", request.state(), OverlapListResource::next);
        reader.refuseIfAnyInvalid();
        return existing(list).flatMap(found -> lists.change(list, next)).flatMap(changed -> existing(list));
    }

    /** Nobody but the service itself can say that it is done. */
    private static OverlapListState next(String text) {
        OverlapListState state = OverlapListState.of(text);
        if (state == OverlapListState.DONE) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return state;
    }

    private Uni<OverlapList> existing(UUID id) {
        return lists.find(id).map(found -> found.orElseThrow(ProblemType.OVERLAP_LIST_NOT_FOUND::exception));
    }
}
