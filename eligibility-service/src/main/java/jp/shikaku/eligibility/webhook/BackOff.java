package jp.shikaku.eligibility.webhook;

import java.time.Duration;

/** How long to wait before the next attempt: doubled each time, up to a limit. */
record BackOff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /** @param failures in a row, from 1 */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
