package jp.shikaku.eligibility.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.contracts.webhook.Webhook;
import jp.shikaku.contracts.webhook.WebhookRequest;
import jp.shikaku.contracts.webhook.WebhookSecret;
import jp.shikaku.kit.request.IdempotencyKey;

/** Where institutions want their events to be sent. */
@ApplicationScoped
class Webhooks {

    private final WebhookStore store;
    private final Receivers receivers;
    private final SigningSecrets secrets;
    private final WebhookConfig config;
    private final Clock clock;

    Webhooks(WebhookStore store, Receivers receivers, SigningSecrets secrets, WebhookConfig config, Clock clock) {
        this.store = store;
        this.receivers = receivers;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /** Registers a webhook. Its secret is in the answer, this once: repeated with the same key the answer lacks it. */
    Uni<Webhook> register(InstitutionCode institution, IdempotencyKey key, WebhookRequest request) {
        if (request == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        ValueReader reader = new ValueReader();
        WebhookUrl url = reader.required("/url", request.url(), text -> WebhookUrl.of(text, config.plainHttp()));
        reader.refuseIfAnyInvalid();
        return receivers
                .find(url.host())
                .onFailure(Receivers.NotPublicException.class)
                .transform(refused -> notPublic())
                .flatMap(address -> add(institution, key, url));
    }

    private static ProblemException notPublic() {
        return new ProblemException(
                ProblemType.VALUES_INVALID, List.of(new InvalidField("/url", ValueFault.ADDRESS_NOT_PUBLIC)));
    }

    private Uni<Webhook> add(InstitutionCode institution, IdempotencyKey key, WebhookUrl url) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        byte[] secret = secrets.next();
        byte[] hash = sha256(url.text());
        Instant now = clock.instant();
        return store.add(
                        id,
                        institution,
                        url.text(),
                        now,
                        secrets.seal(secret, id),
                        key.value(),
                        hash,
                        config.perInstitution())
                .flatMap(added -> added
                        ? Uni.createFrom()
                                .item(new Webhook(
                                        id,
                                        url.text(),
                                        JapanTime.wire(now),
                                        SigningSecrets.text(secret),
                                        config.replayWindow().toSeconds(),
                                        0,
                                        0,
                                        null,
                                        0,
                                        null))
                        : earlier(institution, key, hash));
    }

    private Uni<Webhook> earlier(InstitutionCode institution, IdempotencyKey key, byte[] hash) {
        return store.earlier(institution, key.value()).map(found -> {
            WebhookStore.Earlier earlier = found.orElseThrow(ProblemType.WEBHOOKS_TOO_MANY::exception);
            if (!Arrays.equals(earlier.hash(), hash)) {
                throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
            }
            return earlier.webhook();
        });
    }

    Uni<Webhook> get(InstitutionCode institution, UUID id) {
        return store.find(institution, id).map(found -> found.orElseThrow(ProblemType.WEBHOOK_NOT_FOUND::exception));
    }

    Uni<List<Webhook>> list(InstitutionCode institution) {
        return store.list(institution);
    }

    Uni<Void> delete(InstitutionCode institution, UUID id) {
        return store.delete(institution, id)
                .invoke(there -> {
                    if (!there) {
                        throw ProblemType.WEBHOOK_NOT_FOUND.exception();
                    }
                })
                .replaceWithVoid();
    }

    /** A new secret. The former one signs for a while too, so that a receiver can be changed without missing anything. */
    Uni<WebhookSecret> rotate(InstitutionCode institution, UUID id) {
        byte[] secret = secrets.next();
        return store.rotate(institution, id, secrets.seal(secret, id), config.previousSecretLasts())
                .map(until -> new WebhookSecret(
                        SigningSecrets.text(secret), until.orElseThrow(ProblemType.WEBHOOK_NOT_FOUND::exception)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
