package jp.shikaku.registration.enrolment;

import java.util.UUID;

import jp.shikaku.contracts.problem.ProblemType;

/** What became of one record. */
sealed interface IntakeOutcome {

    /** Stored as this version. */
    record Taken(Version version) implements IntakeOutcome {}

    /** It says what the latest version says: nothing was stored. */
    record Unchanged(UUID enrolmentId, int version) implements IntakeOutcome {}

    /** An earlier record of the batch is about the same enrolment: to be taken in after it. */
    record Again() implements IntakeOutcome {}

    /** Nothing was stored. */
    record Refused(ProblemType reason) implements IntakeOutcome {}
}
