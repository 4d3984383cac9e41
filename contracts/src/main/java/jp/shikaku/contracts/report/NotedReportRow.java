package jp.shikaku.contracts.report;

import java.util.List;

import jp.shikaku.contracts.report.RefusedReportRow.RowError;

/**
 * A row of a file that was taken in, and of which something was read in another way than it is written.
 *
 * @param line where it stands in the file, from 1
 * @param original the row as it came, but for its individual numbers (R5)
 * @param notes what was read otherwise
 */
public record NotedReportRow(long line, String original, List<RowError> notes) {

    public NotedReportRow {
        notes = List.copyOf(notes);
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "NotedReportRow[line=" + line + "]";
    }
}
