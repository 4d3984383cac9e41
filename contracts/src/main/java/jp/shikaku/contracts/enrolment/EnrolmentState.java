package jp.shikaku.contracts.enrolment;

/** The life of one version of an enrolment. */
public enum EnrolmentState {
    /** Stored, not yet checked. */
    RECEIVED,
    /** A doubt was found: linkage waits for the insurer. */
    HELD,
    /** Nothing in doubt, or the insurer confirmed it: on its way to eligibility. */
    CLEARED,
    /** Applied by eligibility. */
    LINKED,
    /** A wrong link is suspected: shown to nobody. */
    SUSPENDED,
    /** Taken back by the insurer. */
    WITHDRAWN,
    /** A later version has taken its place. */
    SUPERSEDED
}
