package jp.shikaku.contracts.webhook;

import java.time.OffsetDateTime;
import java.util.UUID;

import jp.shikaku.contracts.number.InstitutionCode;

/**
 * A message that was given up. Nothing personal is in it.
 *
 * @param type of the event
 * @param failure why the last attempt failed: {@code http-500}, {@code timeout}, {@code not-connected}, {@code redirected},
 *     {@code address-not-public}
 */
public record WebhookDeadLetter(
        UUID id,
        UUID webhookId,
        InstitutionCode institution,
        String type,
        String failure,
        int attempts,
        OffsetDateTime queuedAt,
        OffsetDateTime deadAt) {}
