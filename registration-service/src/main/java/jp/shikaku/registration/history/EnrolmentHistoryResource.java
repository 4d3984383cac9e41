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

/** What became of a record, version by version. */
@Path("/enrolments/{id}/history")
@Tag(name = "enrolment")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentHistoryResource {

    private final Histories histories;
    private final Caller caller;

    EnrolmentHistoryResource(Histories histories, Caller caller) {
        this.histories = histories;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "getEnrolmentHistory",
            summary =
                    "What became of one of the caller's own records, version by version: who entered it when, what was in doubt, how that was decided and by whom, when it was linked, and when it was suspended as a wrong link and why that ended")
    public Uni<Page<VersionHistory>> get(
            String id, @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        return histories.ofEnrolment(caller.insurer(), id, after, limit);
    }
}
