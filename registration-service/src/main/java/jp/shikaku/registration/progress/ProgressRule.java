package jp.shikaku.registration.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.progress.ProgressStage;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.progress.ProgressFacts.Doubt;
import jp.shikaku.registration.progress.ProgressFacts.Linked;
import jp.shikaku.registration.progress.ProgressFacts.WaitingReport;

/** Who is waited for, since when, and until when: the first stage that applies, in the order of {@link ProgressStage}. */
final class ProgressRule {

    private final DeadlineRule deadline;

    ProgressRule(DeadlineRule deadline) {
        this.deadline = deadline;
    }

    /** Where a person stands. */
    Progress ofPerson(ProgressFacts facts, LocalDate today) {
        return waiting(facts, today)
                .or(() -> waitingForEmployer(facts.linked(), today))
                .orElseGet(() -> settled(facts));
    }

    /** Where a card stands. A card that was lost is not followed by another: only its holder is, under the person's key. */
    Progress ofCard(ProgressFacts facts, LocalDate today) {
        return waiting(facts, today).orElseGet(() -> settled(facts));
    }

    private static Optional<Progress> waiting(ProgressFacts facts, LocalDate today) {
        return first(facts.doubts())
                .map(doubt -> beingConfirmed(doubt, today))
                .or(() -> first(facts.clearedAt())
                        .map(at -> new Progress(ProgressStage.BEING_LINKED, JapanTime.dateOf(at), null, false)))
                .or(() -> first(facts.waitingReports()).map(report -> waitingForInsurer(report, today)));
    }

    private static Progress beingConfirmed(Doubt doubt, LocalDate today) {
        LocalDate due = doubt.insurerDueOn();
        boolean overdue = due != null && DeadlineRule.isLate(due, today);
        return new Progress(ProgressStage.BEING_CONFIRMED, JapanTime.dateOf(doubt.openedAt()), due, overdue);
    }

    private static Progress waitingForInsurer(WaitingReport report, LocalDate today) {
        return new Progress(
                ProgressStage.WAITING_FOR_INSURER,
                JapanTime.dateOf(report.filedAt()),
                report.insurerDueOn(),
                DeadlineRule.isLate(report.insurerDueOn(), today));
    }

    /** The earliest day on which a new coverage can begin is the day of the loss: from then on five days are counted. */
    private Optional<Progress> waitingForEmployer(List<Linked> linked, LocalDate today) {
        if (linked.stream().anyMatch(coverage -> !coverage.period().lostBy(today))) {
            return Optional.empty();
        }
        return linked.stream()
                .max(Comparator.comparing(coverage -> coverage.period().acquired()))
                .filter(latest -> isFollowedByAnother(latest.lossReason()))
                .flatMap(latest -> latest.period().lost())
                .map(lost -> waitingForEmployer(lost, today));
    }

    private Progress waitingForEmployer(LocalDate lost, LocalDate today) {
        LocalDate due = deadline.dueOn(lost);
        return new Progress(ProgressStage.WAITING_FOR_EMPLOYER, lost, due, DeadlineRule.isLate(due, today));
    }

    /** After a death, and for who lives on public assistance (生活保護), no employer reports anything. */
    private static boolean isFollowedByAnother(LossReason reason) {
        return reason != LossReason.DEATH && reason != LossReason.PUBLIC_ASSISTANCE;
    }

    private static Progress settled(ProgressFacts facts) {
        ProgressStage stage = facts.linked().isEmpty() ? ProgressStage.NOTHING_KNOWN : ProgressStage.LINKED;
        return new Progress(stage, null, null, false);
    }

    private static <T> Optional<T> first(List<T> oldestFirst) {
        return oldestFirst.stream().findFirst();
    }
}
