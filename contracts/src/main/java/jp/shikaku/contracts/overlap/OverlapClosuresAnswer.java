package jp.shikaku.contracts.overlap;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What became of each, in the order in which they were sent. */
public record OverlapClosuresAnswer(List<Item> overlaps) {

    public OverlapClosuresAnswer {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * @param closed whether it is closed now
     * @param obstacles why not; empty also when the caller has no such overlap
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(UUID overlapId, boolean closed, List<OverlapObstacle> obstacles) {

        public Item {
            obstacles = List.copyOf(obstacles);
        }
    }
}
