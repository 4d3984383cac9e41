package jp.shikaku.eligibility.batch;

import java.util.List;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.eligibility.confirmation.Question;

/** One row of a batch. */
sealed interface Row {

    /** Where it stands in what was sent; counts from 1. */
    int line();

    /** The sender's own id; {@code null} when there is none that could be read. */
    String correlationId();

    /** Still to be answered. */
    record Open(int line, Question question) implements Row {
        @Override
        public String correlationId() {
            return question.correlationId();
        }
    }

    /** Cannot be asked as it is. */
    record Refused(int line, String correlationId, List<InvalidField> faults) implements Row {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    record Answered(int line, String correlationId, ConfirmationNumber number) implements Row {}

    /** Could not be found out, whatever else could be (R3). */
    record Undetermined(int line, String correlationId) implements Row {}
}
