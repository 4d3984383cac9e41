package jp.shikaku.registration.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.LossReason;

/**
 * What is on record under one key, oldest first in every list. No data of a person (R1).
 *
 * @param doubts open holds on latest versions, and records of which a wrong link is suspected
 * @param clearedAt when versions were cleared that eligibility does not have yet
 * @param waitingReports reports that no insurer has registered; none when the key is of a card, which a report has not
 * @param linked coverages that eligibility has
 */
record ProgressFacts(
        List<Doubt> doubts, List<Instant> clearedAt, List<WaitingReport> waitingReports, List<Linked> linked) {

    /**
     * @param insurerDueOn last day of the insurer for the report that was registered; {@code null} without a report, and
     *     of a suspected wrong link
     */
    record Doubt(Instant openedAt, LocalDate insurerDueOn) {}

    record WaitingReport(Instant filedAt, LocalDate insurerDueOn) {}

    /** @param lossReason {@code null} when there is none, or it was not told */
    record Linked(CoveragePeriod period, LossReason lossReason) {}
}
