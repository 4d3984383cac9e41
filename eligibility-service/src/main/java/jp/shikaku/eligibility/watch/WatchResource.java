package jp.shikaku.eligibility.watch;

import java.net.URI;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.watch.Watch;
import jp.shikaku.contracts.watch.WatchRequest;
import jp.shikaku.contracts.watch.WatchState;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.RequestId;

/** "Tell me when this changes", for a confirmation that was not answered "valid". */
@Path("/watches")
@Tag(name = "watch")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION)
public class WatchResource {

    private final Watches watches;
    private final Caller caller;
    private final RequestId requestId;

    WatchResource(Watches watches, Caller caller, RequestId requestId) {
        this.watches = watches;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openWatch",
            summary =
                    "From now on a change of the answer of one of the caller's confirmations is told, as an event. A confirmation has one open watch: asked for again, it is the same.")
    @APIResponseSchema(value = Watch.class, responseCode = "201", responseDescription = "Watching")
    @APIResponse(responseCode = "404", description = "The caller has no such confirmation")
    @APIResponse(responseCode = "409", description = "It was answered “valid”, or too many watches are open")
    public Uni<RestResponse<Watch>> open(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, WatchRequest request) {
        return watches.open(
                        caller.institution(),
                        IdempotencyKey.required(idempotencyKey),
                        UUID.fromString(requestId.value()),
                        request)
                .map(watch -> RestResponse.ResponseBuilder.<Watch>created(URI.create("/watches/" + watch.id()))
                        .entity(watch)
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWatch", summary = "One of the caller's own watches")
    public Uni<Watch> get(String id) {
        return watches.get(caller.institution(), read(id));
    }

    @GET
    @Operation(operationId = "listWatches", summary = "The caller's own watches, oldest first")
    public Uni<Page<Watch>> list(
            @Parameter(schema = @Schema(implementation = WatchState.class)) @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        WatchState wanted = reader.optional("query:state", state, WatchResource::state);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return watches.list(caller.institution(), wanted, page.after(), page.limitPlusOne())
                .map(found -> page.toPage(found, watch -> watch.id().toString()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(operationId = "cancelWatch", summary = "Nothing more is told of this confirmation")
    @APIResponse(responseCode = "200", description = "Cancelled, now or before")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public Uni<Watch> cancel(String id) {
        return watches.cancel(caller.institution(), read(id));
    }

    private static WatchState state(String text) {
        try {
            return WatchState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
    }

    private static UUID read(String id) {
        try {
            return PageRequest.uuid(id);
        } catch (InvalidValueException e) {
            throw ProblemType.WATCH_NOT_FOUND.exception();
        }
    }
}
