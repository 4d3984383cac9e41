package jp.shikaku.eligibility.webhook;

import java.util.Optional;
import java.util.UUID;

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

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.webhook.WebhookDeadLetter;
import jp.shikaku.contracts.webhook.WebhookRetry;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** What could not be sent: all of it for the operator, its own for an institution. Nothing personal. */
@Path("/webhook-dead-letters")
@Tag(name = "webhook")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.INSTITUTION})
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final Caller caller;

    DeadLetterResource(DeadLetters deadLetters, Caller caller) {
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listWebhookDeadLetters",
            summary = "Messages that no receiver took, with the reason; sent again only when asked to")
    public Uni<Page<WebhookDeadLetter>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return deadLetters
                .list(whose(), page.after(), page.limitPlusOne())
                .map(found -> page.toPage(found, letter -> letter.id().toString()));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryWebhookDeadLetter", summary = "Sends one dead letter again")
    @APIResponse(responseCode = "202", description = "On its way; if nobody takes it, it comes back to the list")
    public Uni<RestResponse<Void>> retry(String id) {
        return deadLetters.retry(whose(), read(id)).map(there -> {
            if (!there) {
                throw ProblemType.WEBHOOK_DEAD_LETTER_NOT_FOUND.exception();
            }
            return RestResponse.accepted();
        });
    }

    @POST
    @Path("/retry")
    @Operation(
            operationId = "retryWebhookDeadLetters",
            summary = "Sends up to 1,000 dead letters again, and tells how many are left")
    public Uni<WebhookRetry> retryAll() {
        return deadLetters.retryAll(whose());
    }

    /** R7: empty when the caller sees everybody's. */
    private Optional<InstitutionCode> whose() {
        return caller.hasRole(Roles.OPERATOR) ? Optional.empty() : Optional.of(caller.institution());
    }

    private static UUID read(String id) {
        try {
            return PageRequest.uuid(id);
        } catch (InvalidValueException e) {
            throw ProblemType.WEBHOOK_DEAD_LETTER_NOT_FOUND.exception();
        }
    }
}
