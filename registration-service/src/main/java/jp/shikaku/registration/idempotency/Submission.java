package jp.shikaku.registration.idempotency;

import jp.shikaku.kit.request.IdempotencyKey;

/**
 * One submission of one caller, named by its {@code Idempotency-Key}.
 *
 * @param caller role and id, as in {@code employer:1010601008968}: the keys of two callers have nothing to do with each
 *     other
 * @param operation what is asked for; a key used for one operation is used up for all
 * @param request the body, as it was read
 */
public record Submission(String caller, IdempotencyKey key, String operation, Object request) {}
