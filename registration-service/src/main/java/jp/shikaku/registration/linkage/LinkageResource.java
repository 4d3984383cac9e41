package jp.shikaku.registration.linkage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.linkage.DeadLetter;
import jp.shikaku.contracts.linkage.DeadLetterRetry;
import jp.shikaku.contracts.linkage.LinkageStatus;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** Where the operator sees how far eligibility is behind, and what it does not take. Nothing personal. */
@Path("/linkage")
@Tag(name = "linkage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class LinkageResource {

    private final Backlog backlog;
    private final DeadLetters deadLetters;

    LinkageResource(Backlog backlog, DeadLetters deadLetters) {
        this.backlog = backlog;
        this.deadLetters = deadLetters;
    }

    @GET
    @Operation(operationId = "linkageStatus", summary = "What waits to be sent to eligibility, and since when")
    public Uni<LinkageStatus> status() {
        return backlog.status();
    }

    @GET
    @Path("/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "What eligibility refused for good, with the reason; sent again only when asked to")
    public Uni<Page<DeadLetter>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        DeadLetterId cursor = reader.optional("query:after", after, DeadLetterId::of);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return deadLetters
                .list(cursor, page.limitPlusOne())
                .map(found -> page.toPage(
                        found, letter -> new DeadLetterId(letter.enrolmentId(), letter.coverageVersion()).toString()));
    }

    @POST
    @Path("/dead-letters/{enrolmentId}/{coverageVersion}/retry")
    @Operation(operationId = "retryDeadLetter", summary = "Sends one dead letter again")
    @APIResponse(responseCode = "202", description = "On its way; if it is refused again it comes back to the list")
    public Uni<RestResponse<Void>> retry(String enrolmentId, String coverageVersion) {
        DeadLetterId id = read(enrolmentId + "." + coverageVersion);
        return deadLetters.retry(id.enrolmentId(), id.coverageVersion()).map(there -> {
            if (!there) {
                throw ProblemType.DEAD_LETTER_NOT_FOUND.exception();
            }
            return RestResponse.accepted();
        });
    }

    @POST
    @Path("/dead-letters/retry")
    @Operation(
            operationId = "retryDeadLetters",
            summary = "Sends up to 1,000 dead letters again, and tells how many are left")
    public Uni<DeadLetterRetry> retryAll() {
        return deadLetters.retryAll();
    }

    private static DeadLetterId read(String text) {
        try {
            return DeadLetterId.of(text);
        } catch (InvalidValueException e) {
            throw ProblemType.DEAD_LETTER_NOT_FOUND.exception();
        }
    }
}
