package jp.shikaku.registration.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportPoint;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.report.ReportContent.Standing;

/**
 * A report as it stands. The days on which each party is late are fixed when they begin to run: a changed rule changes
 * no past.
 *
 * @param points what is missing, or why it came back
 * @param note of who returned or withdrew it; {@code null} otherwise
 * @param filedAt {@code null} while it does not count as filed
 * @param insurerDueOn {@code null} until it was filed once; counts while it is filed or registered
 */
record StoredReport(
        UUID id,
        int version,
        ReportState state,
        CorporateNumber employer,
        ReportContent content,
        List<ReportPoint> points,
        String note,
        Instant filedAt,
        LocalDate employerDueOn,
        LocalDate insurerDueOn) {

    /** The first version of a report. */
    static StoredReport sent(
            UUID id,
            CorporateNumber employer,
            ReportContent content,
            Standing standing,
            Instant now,
            DeadlineRule deadline) {
        boolean filed = standing.state() == ReportState.FILED;
        return new StoredReport(
                id,
                1,
                standing.state(),
                employer,
                content,
                standing.points(),
                null,
                filed ? now : null,
                deadline.dueOn(content.factOn()),
                filed ? deadline.dueOn(JapanTime.dateOf(now)) : null);
    }

    /**
     * The next version, as its employer corrected it. What the same insurer has had all the time was received when it was
     * received; what is complete only now, or goes to another, is received now.
     */
    StoredReport corrected(ReportContent corrected, Standing standing, Instant now, DeadlineRule deadline) {
        boolean filed = standing.state() == ReportState.FILED;
        boolean stays =
                filed && state == ReportState.FILED && corrected.insurer().equals(content.insurer());
        return new StoredReport(
                id,
                version + 1,
                standing.state(),
                employer,
                corrected,
                standing.points(),
                null,
                stays ? filedAt : filed ? now : null,
                corrected.factOn().equals(content.factOn()) ? employerDueOn : deadline.dueOn(corrected.factOn()),
                filed && !stays ? deadline.dueOn(JapanTime.dateOf(now)) : insurerDueOn);
    }

    /**
     * The next version, as its day has come. It counts as filed from the beginning of that day, however late we look:
     * an employer that was early is never late. The insurer has it only now.
     */
    StoredReport due(Standing standing, LocalDate today, DeadlineRule deadline) {
        boolean filed = standing.state() == ReportState.FILED;
        return new StoredReport(
                id,
                version + 1,
                standing.state(),
                employer,
                content,
                standing.points(),
                null,
                filed ? content.factOn().atStartOfDay(JapanTime.ZONE).toInstant() : null,
                employerDueOn,
                filed ? deadline.dueOn(today) : insurerDueOn);
    }

    /** The next version: its employer, or the insurer, does not leave it as it is. */
    StoredReport ended(ReportState as, List<ReportPoint> reasons, String words) {
        return new StoredReport(
                id, version + 1, as, employer, content, reasons, words, null, employerDueOn, insurerDueOn);
    }

    /** Whether {@code next} says and is the same. */
    boolean isSameAs(StoredReport next) {
        return state == next.state && content.equals(next.content) && points.equals(next.points);
    }

    /** What its employer sees. */
    Report seenByEmployer(LocalDate today) {
        boolean received = state == ReportState.FILED || state == ReportState.REGISTERED;
        LocalDate filedOn = filedAt != null ? JapanTime.dateOf(filedAt) : today;
        boolean owed = state != ReportState.WITHDRAWN && (filedAt != null || state != ReportState.REGISTERED);
        return new Report(
                id,
                version,
                content.kind(),
                state,
                content.reference(),
                content.insurer(),
                content.acquired(),
                content.lost(),
                filedAt == null ? null : JapanTime.wire(filedAt),
                employerDueOn,
                owed && DeadlineRule.isLate(employerDueOn, filedOn),
                received ? insurerDueOn : null,
                points.stream().map(ReportPoint::told).toList(),
                note);
    }
}
