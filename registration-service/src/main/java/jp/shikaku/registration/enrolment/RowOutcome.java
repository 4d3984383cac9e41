package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemType;

/** What became of one row of a file. */
public sealed interface RowOutcome {

    /**
     * Stored as this version.
     *
     * @param held whether the check found a doubt that stops linkage
     */
    record Accepted(UUID enrolmentId, int version, boolean held) implements RowOutcome {}

    /** The record says this already: nothing was stored. */
    record Unchanged(UUID enrolmentId, int version) implements RowOutcome {}

    /**
     * Nothing was stored.
     *
     * @param errors the values that cannot be accepted; empty when it is not about single values
     */
    record Refused(ProblemType reason, List<InvalidField> errors) implements RowOutcome {

        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
