package jp.shikaku.contracts.hold;

import java.util.List;

/**
 * An insurer decides on many records in doubt. What is given here holds for each of them that does not say otherwise.
 *
 * @param decision {@link HoldDecision}
 * @param reasonCode {@link HoldReason}
 * @param reason in words, 1 to 500 characters
 * @param holds 1 to 10,000, each once
 */
public record HoldDecisionsRequest(String decision, String reasonCode, String reason, List<Item> holds) {

    /** A hold, with what is to be decided of it alone. */
    public record Item(String holdId, String decision, String reasonCode, String reason) {}
}
