package jp.shikaku.contracts.importing;

import java.util.List;

import jp.shikaku.contracts.problem.Problem;

/**
 * A row of a file that was refused, or was taken in and is worth a look.
 *
 * @param line where it begins; counts from 1, the header included
 * @param refused {@code false} when it was taken in
 * @param errors what is wrong; with an empty pointer for what is wrong with the row as a whole
 * @param original the row as it stands in the file, without the individual number
 */
public record RefusedRow(long line, boolean refused, List<Problem.FieldError> errors, String original) {

    public RefusedRow {
        errors = List.copyOf(errors);
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "RefusedRow[line=" + line + "]";
    }
}
