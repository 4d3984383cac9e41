package jp.shikaku.registration.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.history.VersionHistory;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;

/** What became of a doubt: the version it is about, and those that followed. */
@Path("/holds/{id}/history")
@Tag(name = "hold")
@Produces(MediaType.APPLICATION_JSON)
public class HoldHistoryResource {

    private final Histories histories;
    private final Caller caller;

    HoldHistoryResource(Histories histories, Caller caller) {
        this.histories = histories;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "getHoldHistory",
            summary =
                    "What became of the version in doubt and of those that followed it, each with all doubts about it")
    public Uni<Page<VersionHistory>> get(
            String id, @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        return histories.ofHold(caller.insurer(), id, after, limit);
    }
}
