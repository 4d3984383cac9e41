package jp.shikaku.contracts.hold;

/**
 * An insurer decides on a record in doubt.
 *
 * @param decision {@link HoldDecision}
 * @param reasonCode {@link HoldReason}
 * @param reason in words, 1 to 500 characters; kept in the record's history
 */
public record HoldDecisionRequest(String decision, String reasonCode, String reason) {}
