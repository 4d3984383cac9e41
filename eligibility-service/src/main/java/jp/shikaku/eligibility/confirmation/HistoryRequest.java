package jp.shikaku.eligibility.confirmation;

import java.time.Instant;

import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * Which of its own confirmations an institution wants to see.
 *
 * @param correlationId the institution's own id; {@code null} for any
 * @param since the first moment that counts; {@code null} for all
 * @param after the last one already known; {@code null} for the first page
 * @param limit how many at most
 */
public record HistoryRequest(String correlationId, Instant since, ConfirmationNumber after, int limit) {}
