package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.time.MonthDay;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "1951-04-10, 75, 2026-04-10",
        "1952-02-29, 75, 2027-03-01",
        "1952-02-29, 76, 2028-02-29",
        "1952-03-01, 75, 2027-03-01",
        "1953-02-28, 75, 2028-02-28",
        "1953-03-01, 75, 2028-03-01",
    })
    void anAgeIsReachedOnTheBirthday(LocalDate birthDate, int years, LocalDate reached) {
        assertThat(Age.reached(birthDate, years)).isEqualTo(reached);
        assertThat(Age.completed(birthDate, years)).isEqualTo(reached.minusDays(1));
    }

    @Property
    void onTheDayBeforeOneIsAYearYounger(
            @ForAll @DateRange(min = "1900-01-01", max = "2026-12-31") LocalDate birthDate,
            @ForAll @IntRange(min = 1, max = 120) int years) {
        LocalDate reached = Age.reached(birthDate, years);

        assertThat(yearsOfLife(birthDate, reached)).isEqualTo(years);
        assertThat(yearsOfLife(birthDate, reached.minusDays(1))).isEqualTo(years - 1);
    }

    /** Counted by the calendar: who was born on a 29 February is a year older from 1 March on. */
    private static int yearsOfLife(LocalDate birthDate, LocalDate day) {
        boolean beforeBirthday = MonthDay.from(day).isBefore(MonthDay.from(birthDate));
        return day.getYear() - birthDate.getYear() - (beforeBirthday ? 1 : 0);
    }
}
