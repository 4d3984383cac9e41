package jp.shikaku.registration.overlap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.Overlap;
import jp.shikaku.contracts.overlap.OverlapClosuresAnswer;
import jp.shikaku.contracts.overlap.OverlapClosuresRequest;
import jp.shikaku.contracts.overlap.OverlapObjectionRequest;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** 資格重複: coverages whose persons another insurer has too, and what their insurers make of it. */
@Path("/overlaps")
@Tag(name = "overlap")
@Produces(MediaType.APPLICATION_JSON)
public class OverlapResource {

    private static final int MAX_REASON = 500;
    /** As many as are locked together for some ten milliseconds. */
    private static final int MOST_AT_ONCE = 500;

    private final OverlapDesk desk;
    private final Caller caller;

    OverlapResource(OverlapDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "listOverlaps",
            summary =
                    "Overlaps that the lists told of, oldest first: an insurer sees those of its coverages, the operator"
                            + " all. state: OPEN, OBJECTED, CLOSED or OVER")
    public Uni<Page<Overlap>> list(
            @QueryParam("state") String state,
            @QueryParam("insurerNumber") String insurerNumber,
            @QueryParam("otherInsurerNumber") String otherInsurerNumber,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        InsurerNumber own = caller.hasRole(Roles.OPERATOR) ? null : caller.insurer();
        ValueReader reader = new ValueReader();
        OverlapFilter filter = OverlapFilter.read(reader, state, insurerNumber, otherInsurerNumber, own);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return desk.list(own, filter, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "getOverlap",
            summary = "One of the caller's own overlaps, and whether it may be closed: why not, or from which day")
    public Uni<Overlap> get(String id) {
        return desk.get(caller.insurer(), id(id));
    }

    @PUT
    @Path("/{id}/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "objectToOverlap",
            summary =
                    "Says why the coverage stays: until the objection is withdrawn it cannot be closed ex officio, nor can the"
                            + " other insurer's because of it. The other insurer is told that there is an objection, not what it says.")
    @APIResponse(responseCode = "200", description = "How it stands now")
    @APIResponse(responseCode = "409", description = "It was closed already")
    public Uni<Overlap> object(String id, OverlapObjectionRequest request) {
        JsonBody.required(request);
        ValueReader reader = new ValueReader();
        String reason = reader.requiredText("/reason", request.reason(), MAX_REASON);
        reader.refuseIfAnyInvalid();
        return desk.object(caller.insurer(), id(id), caller.subject(), reason);
    }

    @DELETE
    @Path("/{id}/objection")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "withdrawObjectionToOverlap",
            summary = "Withdraws the objection; it is kept, as a past one")
    @APIResponse(responseCode = "200", description = "How it stands now")
    @APIResponse(responseCode = "409", description = "It was closed already")
    public Uni<Overlap> withdrawObjection(String id) {
        return desk.withdrawObjection(caller.insurer(), id(id), caller.subject());
    }

    @PUT
    @Path("/{id}/closure")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "closeOverlap",
            summary = "Closes the coverage ex officio (職権喪失) as a new version of its record, if the rule allows it; the"
                    + " same again changes nothing")
    @APIResponse(responseCode = "200", description = "Closed, now or before")
    @APIResponse(responseCode = "409", description = "It may not be closed; GET it to see why")
    public Uni<Overlap> close(String id) {
        return desk.close(caller.insurer(), id(id), caller.subject());
    }

    @POST
    @Path("/closures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "closeOverlaps",
            summary = "Closes up to 500 coverages, each if the rule allows it, whatever becomes of the others; the same"
                    + " again changes nothing")
    @APIResponse(responseCode = "200", description = "What became of each; repeated with the same key, how each stands")
    public Uni<OverlapClosuresAnswer> closeMany(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, OverlapClosuresRequest request) {
        JsonBody.required(request);
        InsurerNumber insurer = caller.insurer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        return desk.closeMany(insurer, key, ids(request), caller.subject());
    }

    private static List<UUID> ids(OverlapClosuresRequest request) {
        List<String> texts = request.overlapIds() == null ? List.of() : request.overlapIds();
        if (texts.size() > MOST_AT_ONCE) {
            throw ProblemType.BODY_TOO_LARGE.exception();
        }
        ValueReader reader = new ValueReader();
        if (texts.isEmpty()) {
            reader.refuse("/overlapIds", ValueFault.REQUIRED);
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            UUID id = reader.required("/overlapIds/" + i, texts.get(i), PageRequest::uuid);
            if (id != null && !ids.add(id)) {
                reader.refuse("/overlapIds/" + i, ValueFault.DUPLICATE);
            }
        }
        reader.refuseIfAnyInvalid();
        return new ArrayList<>(ids);
    }

    private static UUID id(String text) {
        return ResourceId.of(text, ProblemType.OVERLAP_NOT_FOUND);
    }
}
