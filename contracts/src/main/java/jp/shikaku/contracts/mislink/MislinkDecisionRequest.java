package jp.shikaku.contracts.mislink;

/**
 * An insurer decides about a suspected wrong link.
 *
 * @param decision {@link MislinkDecision}
 * @param reasonCode {@link jp.shikaku.contracts.hold.HoldReason}
 * @param reason in words, 1 to 500 characters; kept in the case
 */
public record MislinkDecisionRequest(String decision, String reasonCode, String reason) {}
