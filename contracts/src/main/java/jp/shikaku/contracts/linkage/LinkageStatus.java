package jp.shikaku.contracts.linkage;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How far eligibility is behind registration.
 *
 * @param waiting by priority, the most pressing first; also those of which nothing waits
 * @param deadLetters how many were refused for good and wait for the operator
 */
public record LinkageStatus(OffsetDateTime at, List<Waiting> waiting, long deadLetters) {

    /**
     * @param priority {@code URGENT} stops a display, {@code LIVE} is a record of today, {@code BULK} one of a file
     * @param oldestQueuedAt missing when nothing waits
     * @param oldestAgeSeconds 0 when nothing waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(String priority, long pending, OffsetDateTime oldestQueuedAt, long oldestAgeSeconds) {}

    public LinkageStatus {
        waiting = List.copyOf(waiting);
    }
}
