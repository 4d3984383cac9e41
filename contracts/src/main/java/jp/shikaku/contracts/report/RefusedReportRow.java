package jp.shikaku.contracts.report;

import java.util.List;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * A row of a file that was refused.
 *
 * @param line where it stands in the file, from 1
 * @param original the row as it came, but for its individual numbers (R5)
 * @param errors all that is wrong with it
 */
public record RefusedReportRow(long line, String original, List<RowError> errors) {

    public RefusedReportRow {
        errors = List.copyOf(errors);
    }

    /** @param pointer the field, as {@code /birthDate}; empty when it is about the row */
    public record RowError(String pointer, String code, LocalizedText detail, LocalizedText nextStep) {

        public static RowError of(InvalidField invalid) {
            return new RowError(
                    invalid.pointer(),
                    invalid.fault().code(),
                    invalid.fault().detail(),
                    invalid.fault().nextStep());
        }
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "RefusedReportRow[line=" + line + "]";
    }
}
