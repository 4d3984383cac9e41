package jp.shikaku.registration.linkage;

import java.time.Duration;

/**
 * How long to wait before the next attempt: doubled each time, but never so long that a line which is up again waits for
 * us.
 */
record BackOff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /** @param attempts how many have failed, from 1 */
    Duration after(int attempts) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
