package jp.shikaku.contracts.webhook;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where the events of an institution are sent, each with a signature. The secret is told once, when it is made.
 *
 * @param secret {@code whsec_} and base64 of 32 bytes; only in the first answer to the registration
 * @param replayWindowSeconds a message whose timestamp is further away than this from the receiver's clock, in either
 *     direction, is to be refused
 * @param waiting messages that are still to be sent
 * @param deadLetters messages that were given up
 * @param lastDeliveredAt missing when nothing was taken yet
 * @param failures attempts that failed since
 * @param lastFailure why the last of them failed, as a code; missing when none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhook(
        UUID id,
        String url,
        OffsetDateTime createdAt,
        String secret,
        long replayWindowSeconds,
        long waiting,
        long deadLetters,
        OffsetDateTime lastDeliveredAt,
        int failures,
        String lastFailure) {}
