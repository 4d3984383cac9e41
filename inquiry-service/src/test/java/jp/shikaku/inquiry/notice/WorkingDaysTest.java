package jp.shikaku.inquiry.notice;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.calendar.JapaneseHolidays;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(JapaneseHolidays.byLaw());

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-24, 3, 2026-11-27, within a week",
        "2026-11-26, 3, 2026-12-01, over a weekend",
        "2026-11-20, 1, 2026-11-24, over a weekend and a holiday",
        "2026-09-18, 1, 2026-09-24, over three holidays in a row",
        "2026-12-28, 1, 2027-01-04, over the turn of the year",
        "2026-11-28, 1, 2026-11-30, from a Saturday",
        "2026-11-24, 0, 2026-11-24, no day at all"
    })
    void onlyDaysOnWhichOfficesAreOpenCount(LocalDate from, int count, LocalDate reached, String when) {
        assertThat(days.after(from, count)).isEqualTo(reached);
    }
}
