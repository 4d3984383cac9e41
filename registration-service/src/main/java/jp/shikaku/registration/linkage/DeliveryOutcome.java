package jp.shikaku.registration.linkage;

import java.util.Set;

/** What the status of an answer of eligibility means for what was sent. */
enum DeliveryOutcome {
    /** Taken: what became of the single versions is in the answer. */
    DELIVERED,
    /** Not taken, for a reason that passes. */
    LATER,
    /** Refused for what it says: sending it again cannot help. */
    REFUSED;

    /**
     * Refusals of the caller (401, 403), of the address (404, 405) and of the moment (408, 425, 429) are of the line, not
     * of the record: who mends the line must not find that records were given up meanwhile (R2).
     */
    private static final Set<Integer> OF_THE_LINE = Set.of(401, 403, 404, 405, 408, 425, 429);

    /** @param status HTTP status */
    static DeliveryOutcome of(int status) {
        if (status >= 200 && status < 300) {
            return DELIVERED;
        }
        return status >= 400 && status < 500 && !OF_THE_LINE.contains(status) ? REFUSED : LATER;
    }
}
