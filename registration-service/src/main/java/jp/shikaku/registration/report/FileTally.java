package jp.shikaku.registration.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jp.shikaku.contracts.report.NotedReportRow;
import jp.shikaku.contracts.report.RefusedReportRow;
import jp.shikaku.contracts.report.ReportFileOutcome;
import jp.shikaku.contracts.report.ReportState;

/** Counts what becomes of the rows of one file. */
final class FileTally {

    private final Map<ReportState, Integer> taken = new EnumMap<>(ReportState.class);
    private final List<RefusedReportRow> refused = new ArrayList<>();
    private final List<NotedReportRow> noted = new ArrayList<>();
    private int unchanged;

    void refused(RefusedReportRow row) {
        refused.add(row);
    }

    /** @param kept ids of the reports that are new */
    void taken(FileRow row, StoredReport report, Set<UUID> kept) {
        row.noted().ifPresent(noted::add);
        if (kept.contains(report.id())) {
            taken.merge(report.state(), 1, Integer::sum);
        } else {
            unchanged++;
        }
    }

    ReportFileOutcome outcome() {
        int stored = taken.values().stream().mapToInt(Integer::intValue).sum();
        return new ReportFileOutcome(
                stored + unchanged + refused.size(),
                count(ReportState.FILED),
                count(ReportState.PREPARED),
                count(ReportState.RETURNED),
                unchanged,
                refused.size(),
                refused.stream()
                        .sorted(Comparator.comparingLong(RefusedReportRow::line))
                        .toList(),
                noted.size(),
                noted);
    }

    private int count(ReportState state) {
        return taken.getOrDefault(state, 0);
    }
}
