package jp.shikaku.contracts.overlap;

import java.util.List;

/** What became of each, in the order in which they were sent. */
public record OverlapClosuresAnswer(List<OverlapClosureOutcome> overlaps) {

    public OverlapClosuresAnswer {
        overlaps = List.copyOf(overlaps);
    }
}
