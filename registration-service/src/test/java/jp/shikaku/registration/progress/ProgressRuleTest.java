package jp.shikaku.registration.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.deadline.DayCount;
import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.progress.ProgressStage;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.progress.ProgressFacts.Doubt;
import jp.shikaku.registration.progress.ProgressFacts.Linked;
import jp.shikaku.registration.progress.ProgressFacts.WaitingReport;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    /** 9 April, 0:30 in Japan: still the day before in UTC. */
    private static final Instant YESTERDAY = Instant.parse("2026-04-08T15:30:00Z");

    private static final Doubt DOUBT = new Doubt(YESTERDAY, TODAY);
    private static final WaitingReport REPORT = new WaitingReport(YESTERDAY, TODAY.plusDays(4));
    private static final Linked ACTIVE = linked("2020-04-01", null, null);
    private static final Linked LOST = linked("2020-04-01", "2026-04-05", LossReason.OTHER);

    private final ProgressRule rule = new ProgressRule(new DeadlineRule(5, DayCount.EXCLUDE_FIRST_DAY));

    @Test
    void theFirstStageThatAppliesCounts() {
        assertStage(facts(List.of(DOUBT), List.of(YESTERDAY), List.of(REPORT), List.of(ACTIVE)), "BEING_CONFIRMED");
        assertStage(facts(List.of(), List.of(YESTERDAY), List.of(REPORT), List.of(ACTIVE)), "BEING_LINKED");
        assertStage(facts(List.of(), List.of(), List.of(REPORT), List.of(LOST)), "WAITING_FOR_INSURER");
        assertStage(facts(List.of(), List.of(), List.of(), List.of(LOST)), "WAITING_FOR_EMPLOYER");
        assertStage(facts(List.of(), List.of(), List.of(), List.of(ACTIVE)), "LINKED");
        assertStage(facts(List.of(), List.of(), List.of(), List.of()), "NOTHING_KNOWN");
    }

    @Test
    void aDoubtWaitsForTheInsurerSinceItWasOpened() {
        ProgressFacts facts = facts(List.of(DOUBT), List.of(), List.of(), List.of());

        assertThat(rule.ofPerson(facts, TODAY))
                .isEqualTo(new Progress(ProgressStage.BEING_CONFIRMED, LocalDate.of(2026, 4, 9), TODAY, false));
        assertThat(rule.ofPerson(facts, TODAY.plusDays(1)).overdue()).isTrue();
    }

    @Test
    void aDoubtWithoutReportHasNoLastDay() {
        Progress progress =
                rule.ofCard(facts(List.of(new Doubt(YESTERDAY, null)), List.of(), List.of(), List.of()), TODAY);

        assertThat(progress.dueOn()).isNull();
        assertThat(progress.overdue()).isFalse();
    }

    @Test
    void aFiledReportWaitsForTheInsurer() {
        assertThat(rule.ofPerson(facts(List.of(), List.of(), List.of(REPORT), List.of(LOST)), TODAY))
                .isEqualTo(new Progress(
                        ProgressStage.WAITING_FOR_INSURER, LocalDate.of(2026, 4, 9), TODAY.plusDays(4), false));
    }

    @ParameterizedTest
    @CsvSource({"2026-04-05, false", "2026-04-10, false", "2026-04-11, true"})
    void afterALossTheEmployerHasFiveDays(LocalDate today, boolean overdue) {
        assertThat(rule.ofPerson(facts(List.of(), List.of(), List.of(), List.of(LOST)), today))
                .isEqualTo(new Progress(
                        ProgressStage.WAITING_FOR_EMPLOYER,
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2026, 4, 10),
                        overdue));
    }

    @Test
    void aLossThatIsStillToComeIsNoLoss() {
        assertThat(rule.ofPerson(facts(List.of(), List.of(), List.of(), List.of(LOST)), LocalDate.of(2026, 4, 4))
                        .stage())
                .isEqualTo(ProgressStage.LINKED);
    }

    @Test
    void whoIsCoveredElsewhereWaitsForNobody() {
        assertStage(facts(List.of(), List.of(), List.of(), List.of(LOST, ACTIVE)), "LINKED");
        Linked ahead = linked("2026-05-01", null, null);
        assertStage(facts(List.of(), List.of(), List.of(), List.of(LOST, ahead)), "LINKED");
    }

    @ParameterizedTest
    @EnumSource(
            value = LossReason.class,
            names = {"DEATH", "PUBLIC_ASSISTANCE"})
    void nobodyReportsTheDeadOrWhoLivesOnPublicAssistance(LossReason reason) {
        assertStage(
                facts(List.of(), List.of(), List.of(), List.of(linked("2020-04-01", "2026-04-05", reason))), "LINKED");
    }

    @Test
    void theLatestCoverageCounts() {
        Linked earlier = linked("2010-04-01", "2020-04-01", LossReason.DEATH);

        assertStage(facts(List.of(), List.of(), List.of(), List.of(earlier, LOST)), "WAITING_FOR_EMPLOYER");
    }

    @Test
    void ofACardNobodySaysThatAnEmployerIsWaitedFor() {
        assertThat(rule.ofCard(facts(List.of(), List.of(), List.of(), List.of(LOST)), TODAY)
                        .stage())
                .isEqualTo(ProgressStage.LINKED);
    }

    private void assertStage(ProgressFacts facts, String stage) {
        assertThat(rule.ofPerson(facts, TODAY).stage()).hasToString(stage);
    }

    private static ProgressFacts facts(
            List<Doubt> doubts, List<Instant> clearedAt, List<WaitingReport> reports, List<Linked> linked) {
        return new ProgressFacts(doubts, clearedAt, reports, linked);
    }

    private static Linked linked(String acquired, String lost, LossReason reason) {
        return new Linked(
                CoveragePeriod.of(LocalDate.parse(acquired), lost == null ? null : LocalDate.parse(lost)), reason);
    }
}
