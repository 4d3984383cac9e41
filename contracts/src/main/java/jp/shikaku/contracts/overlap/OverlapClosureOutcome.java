package jp.shikaku.contracts.overlap;

import java.util.List;
import java.util.UUID;

/**
 * What became of one overlap of many.
 *
 * @param closed whether it is closed now
 * @param obstacles why not; empty also when the caller has no such overlap
 */
public record OverlapClosureOutcome(UUID overlapId, boolean closed, List<OverlapObstacle> obstacles) {

    public OverlapClosureOutcome {
        obstacles = List.copyOf(obstacles);
    }
}
