package jp.shikaku.registration.enrolment;

import java.util.UUID;

/** Which enrolment a record becomes a version of. */
sealed interface Target {

    /** The enrolment that is named, or the id that a new one gets. */
    UUID id();

    /** A new one. */
    record New(UUID id) implements Target {}

    /**
     * One that exists.
     *
     * @param expectedVersion the version that the insurer has read
     */
    record NextOf(UUID id, int expectedVersion) implements Target {}

    /**
     * The insurer's own with the same record key or, for want of one, with the same person, card and day of acquisition;
     * a new one when there is none. So a file that is sent twice changes nothing.
     */
    record Matching(UUID id) implements Target {}
}
