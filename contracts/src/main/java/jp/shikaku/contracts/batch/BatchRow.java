package jp.shikaku.contracts.batch;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.problem.Problem;

/**
 * One row of the result of a batch.
 *
 * @param line of the file, as an editor counts; of a JSON list the place in it. Counts from 1
 * @param correlationId as it was sent; missing when there was none that could be read
 * @param answer what {@code POST /confirmations} would have said; there exactly when the outcome is {@code ANSWERED}
 * @param errors what was wrong with the row; with an empty pointer for what was wrong with the row as a whole
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BatchRow(
        int line,
        String correlationId,
        BatchOutcome outcome,
        ConfirmationAnswer answer,
        List<Problem.FieldError> errors) {

    public BatchRow {
        errors = List.copyOf(errors);
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "BatchRow[line=" + line + ", outcome=" + outcome + "]";
    }
}
