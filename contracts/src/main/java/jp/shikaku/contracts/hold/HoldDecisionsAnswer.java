package jp.shikaku.contracts.hold;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of many decisions, in the order in which they were sent.
 *
 * @param id of the submission: the same when it is repeated with its key
 */
public record HoldDecisionsAnswer(UUID id, Map<HoldOutcome, Integer> counts, List<Item> holds) {

    public record Item(UUID holdId, HoldOutcome outcome) {}
}
