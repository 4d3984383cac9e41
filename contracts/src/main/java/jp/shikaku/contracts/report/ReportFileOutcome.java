package jp.shikaku.contracts.report;

import java.util.List;

/**
 * What became of a file of reports. Sent again, the same file changes nothing: its rows come back as unchanged.
 *
 * @param rows how many there were, blank lines aside
 * @param filed reports that were taken in and filed
 * @param prepared reports that were taken in before their day
 * @param returned reports that were taken in, but go back as something is missing; see {@code GET /reports?state=RETURNED}
 * @param unchanged rows that came before, in this file or an earlier one
 * @param refused rows of which nothing was taken in
 * @param noted rows that were taken in, now or before, and were read in another way than they are written
 */
public record ReportFileOutcome(
        int rows,
        int filed,
        int prepared,
        int returned,
        int unchanged,
        int refused,
        List<RefusedReportRow> refusedRows,
        int noted,
        List<NotedReportRow> notedRows) {

    public ReportFileOutcome {
        refusedRows = List.copyOf(refusedRows);
        notedRows = List.copyOf(notedRows);
    }
}
