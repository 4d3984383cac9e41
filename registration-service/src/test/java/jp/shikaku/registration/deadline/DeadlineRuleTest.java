package jp.shikaku.registration.deadline;

import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.deadline.DayCount;
import jp.shikaku.contracts.deadline.DeadlineExample;
import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.contracts.deadline.RollOver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** R9: the day of the fact is not counted, unless configured otherwise. */
class DeadlineRuleTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, EXCLUDE_FIRST_DAY, 2026-04-06",
        "2026-04-01, INCLUDE_FIRST_DAY, 2026-04-05",
        "2028-02-26, EXCLUDE_FIRST_DAY, 2028-03-02",
        "2027-02-26, EXCLUDE_FIRST_DAY, 2027-03-03",
        "2028-02-29, INCLUDE_FIRST_DAY, 2028-03-04",
        "2026-04-30, EXCLUDE_FIRST_DAY, 2026-05-05",
        "2026-12-29, EXCLUDE_FIRST_DAY, 2027-01-03",
    })
    void fiveDaysEndOn(LocalDate fact, DayCount dayCount, LocalDate lastDay) {
        assertThat(new DeadlineRule(5, dayCount).dueOn(fact)).isEqualTo(lastDay);
    }

    /** Golden Week, the turn of the year, a Saturday, a Sunday; and a Friday, which stays. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-28, 2026-05-03, 2026-05-07",
        "2026-12-24, 2026-12-29, 2027-01-04",
        "2026-12-29, 2027-01-03, 2027-01-04",
        "2026-06-01, 2026-06-06, 2026-06-08",
        "2026-06-02, 2026-06-07, 2026-06-08",
        "2026-06-07, 2026-06-12, 2026-06-12",
        "1990-04-28, 1990-05-03, 1990-05-03",
    })
    void aLastDayOnWhichOfficesAreClosedMovesOnlyWhereThatIsTheRule(LocalDate fact, LocalDate stays, LocalDate moves) {
        JapaneseHolidays holidays = JapaneseHolidays.byLaw();

        assertThat(new DeadlineRule(5, DayCount.EXCLUDE_FIRST_DAY, RollOver.NONE, holidays).dueOn(fact))
                .isEqualTo(stays);
        assertThat(new DeadlineRule(5, DayCount.EXCLUDE_FIRST_DAY, RollOver.NEXT_BUSINESS_DAY, holidays).dueOn(fact))
                .isEqualTo(moves);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-09, , ON_TIME",
        "2026-04-08, , DUE_SOON",
        "2026-04-06, , DUE_SOON",
        "2026-04-05, , OVERDUE",
        "2026-04-05, 2026-04-05, DONE",
        "2026-04-05, 2026-04-06, DONE_LATE",
    })
    void aPeriodStandsOnTheSixthOfApril(LocalDate dueOn, LocalDate doneOn, DeadlineState state) {
        assertThat(new DeadlineStates(2).of(dueOn, doneOn, LocalDate.of(2026, 4, 6)))
                .isEqualTo(state);
    }

    @Test
    void theRuleIsExplainedByAnExampleThatFollowsIt() {
        DeadlineRule rule =
                new DeadlineRule(5, DayCount.EXCLUDE_FIRST_DAY, RollOver.NEXT_BUSINESS_DAY, JapaneseHolidays.byLaw());

        DeadlineExample example = new DeadlineExplanation(rule, new DeadlineStates(2))
                .by(LocalDate.of(2026, 4, 28))
                .example();

        assertThat(example.firstDay()).isEqualTo("2026-04-29");
        assertThat(example.lastDay()).isEqualTo("2026-05-03");
        assertThat(example.dueOn()).isEqualTo("2026-05-07");
    }

    @Test
    void theLastDayIsInTimeAndTheNextIsLate() {
        LocalDate lastDay = LocalDate.of(2026, 4, 6);

        assertThat(DeadlineRule.isLate(lastDay, lastDay)).isFalse();
        assertThat(DeadlineRule.isLate(lastDay, lastDay.plusDays(1))).isTrue();
    }

    @Property
    void notCountingTheFirstDayGivesOneDayMore(
            @ForAll @DateRange(min = "2000-01-01", max = "2100-12-31") LocalDate fact,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        assertThat(new DeadlineRule(days, DayCount.EXCLUDE_FIRST_DAY).dueOn(fact))
                .isEqualTo(new DeadlineRule(days, DayCount.INCLUDE_FIRST_DAY)
                        .dueOn(fact)
                        .plusDays(1));
    }

    /** Each day between the counted one and the one it moved to is off, and the one it moved to is not. */
    @Property
    void aLastDayMovesToTheFirstDayThatIsOpenAndNoFurther(
            @ForAll @DateRange(min = "2007-01-01", max = "2050-12-20") LocalDate fact) {
        JapaneseHolidays holidays = JapaneseHolidays.byLaw();
        LocalDate counted = new DeadlineRule(5, DayCount.EXCLUDE_FIRST_DAY).dueOn(fact);
        LocalDate moved =
                new DeadlineRule(5, DayCount.EXCLUDE_FIRST_DAY, RollOver.NEXT_BUSINESS_DAY, holidays).dueOn(fact);

        assertThat(isOff(moved, holidays)).isFalse();
        assertThat(counted.datesUntil(moved))
                .allMatch(day -> isOff(day, holidays))
                .hasSizeLessThanOrEqualTo(11);
    }

    private static boolean isOff(LocalDate day, JapaneseHolidays holidays) {
        boolean turnOfTheYear = day.getMonthValue() == 12 && day.getDayOfMonth() >= 29
                || day.getMonthValue() == 1 && day.getDayOfMonth() <= 3;
        return turnOfTheYear
                || day.getDayOfWeek().getValue() >= 6
                || holidays.on(day).isPresent();
    }

    @Test
    void aDeadlineOfNoDaysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(0, DayCount.EXCLUDE_FIRST_DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(61, DayCount.EXCLUDE_FIRST_DAY));
    }
}
