package jp.shikaku.registration.deadline;

import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeadlineRuleTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, EXCLUDE_FIRST_DAY, 2026-04-06",
        "2026-04-01, INCLUDE_FIRST_DAY, 2026-04-05",
        "2028-02-26, EXCLUDE_FIRST_DAY, 2028-03-02",
        "2026-12-29, EXCLUDE_FIRST_DAY, 2027-01-03",
    })
    void fiveDaysEndOn(LocalDate fact, DayCount dayCount, LocalDate lastDay) {
        assertThat(new DeadlineRule(5, dayCount).dueOn(fact)).isEqualTo(lastDay);
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

    @Test
    void aDeadlineOfNoDaysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(0, DayCount.EXCLUDE_FIRST_DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(61, DayCount.EXCLUDE_FIRST_DAY));
    }
}
