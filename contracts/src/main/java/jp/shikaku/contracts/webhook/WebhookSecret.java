package jp.shikaku.contracts.webhook;

import java.time.OffsetDateTime;

/**
 * A new secret, told this once.
 *
 * @param secret {@code whsec_} and base64 of 32 bytes
 * @param previousUntil until then every message also has a signature by the previous secret
 */
public record WebhookSecret(String secret, OffsetDateTime previousUntil) {}
