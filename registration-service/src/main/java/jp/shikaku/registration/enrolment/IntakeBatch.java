package jp.shikaku.registration.enrolment;

import java.util.List;

import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * Records that are taken in together, of one insurer or of several.
 *
 * @param priority with which they go to eligibility
 */
record IntakeBatch(Priority priority, List<Arrival> arrivals) {

    private static final int LARGE = 20;

    /** Too many to be checked on an event loop, where others wait. */
    boolean isLarge() {
        return arrivals.size() > LARGE;
    }
}
