package jp.shikaku.registration.check;

import java.time.LocalDate;

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
}
