package jp.shikaku.registration.enrolment;

import java.util.List;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * Records of one insurer that are taken in together.
 *
 * @param enteredBy who enters them, as the token names them
 * @param priority with which they go to eligibility
 */
record IntakeBatch(InsurerNumber insurer, String enteredBy, Priority priority, List<Arrival> arrivals) {

    private static final int LARGE = 20;

    /** Too many to be checked on an event loop, where others wait. */
    boolean isLarge() {
        return arrivals.size() > LARGE;
    }
}
