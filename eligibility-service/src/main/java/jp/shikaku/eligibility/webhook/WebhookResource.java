package jp.shikaku.eligibility.webhook;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.webhook.Webhook;
import jp.shikaku.contracts.webhook.WebhookRequest;
import jp.shikaku.contracts.webhook.WebhookSecret;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;

/** Where an institution says where its events are to be sent. */
@Path("/webhooks")
@Tag(name = "webhook")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION)
public class WebhookResource {

    private final Webhooks webhooks;
    private final Caller caller;

    WebhookResource(Webhooks webhooks, Caller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerWebhook",
            summary =
                    "Registers an address to which events are sent, signed. The secret is in this answer and in no other.")
    @APIResponseSchema(value = Webhook.class, responseCode = "201", responseDescription = "With its secret")
    @APIResponse(responseCode = "422", description = "Nothing can be sent to this address")
    public Uni<RestResponse<Webhook>> register(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, WebhookRequest request) {
        return webhooks.register(caller.institution(), IdempotencyKey.required(idempotencyKey), request)
                .map(webhook -> RestResponse.ResponseBuilder.<Webhook>created(URI.create("/webhooks/" + webhook.id()))
                        .entity(webhook)
                        .build());
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The caller's own webhooks; there are few")
    public Uni<List<Webhook>> list() {
        return webhooks.list(caller.institution());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "One of the caller's own webhooks: what waits, what failed and why. Not its secret.")
    public Uni<Webhook> get(String id) {
        return webhooks.get(caller.institution(), read(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Nothing is sent there any more, not even what waits. The events can still be read.")
    public Uni<RestResponse<Void>> delete(String id) {
        return webhooks.delete(caller.institution(), read(id)).map(done -> RestResponse.noContent());
    }

    @POST
    @Path("/{id}/secrets")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary =
                    "Makes a new secret, told in this answer and in no other. For a while messages are signed by the former one too.")
    @APIResponseSchema(value = WebhookSecret.class, responseCode = "201", responseDescription = "The new secret")
    public Uni<RestResponse<WebhookSecret>> rotate(String id) {
        return webhooks.rotate(caller.institution(), read(id))
                .map(secret -> RestResponse.status(RestResponse.Status.CREATED, secret));
    }

    private static UUID read(String id) {
        try {
            return PageRequest.uuid(id);
        } catch (InvalidValueException e) {
            throw ProblemType.WEBHOOK_NOT_FOUND.exception();
        }
    }
}
