package jp.shikaku.registration.linkage;

import java.util.UUID;

import jp.shikaku.contracts.linkage.CoverageState;

/**
 * What eligibility may do with a version from now on.
 *
 * @param coverageVersion counts what was ever announced of the enrolment, from 1
 * @param version the version whose contents are meant
 */
public record Announcement(
        UUID enrolmentId,
        int coverageVersion,
        int version,
        CoverageState state,
        boolean medicalInfoAllowed,
        Priority priority) {

    /** Which of two waiting announcements of different enrolments goes first. */
    public enum Priority {
        /** Stops a display. */
        URGENT,
        /** A record of today. */
        LIVE,
        /** One of a file. */
        BULK
    }
}
