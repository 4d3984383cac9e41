package jp.shikaku.contracts.oqs;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreschoolTest {

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
        "2020-04-01,2026-03-31,true",
        "2020-04-01,2026-04-01,false",
        "2020-04-02,2026-04-01,true",
        "2020-04-02,2027-03-31,true",
        "2020-04-02,2027-04-01,false",
        "2020-02-29,2026-03-31,true",
        "1990-01-15,2026-04-01,false",
    })
    void childIsBelowSchoolAgeToTheEndOfTheSchoolYearInWhichItBecomesSix(
            LocalDate born, LocalDate day, boolean preschool) {
        assertThat(Preschool.isOn(day, born)).isEqualTo(preschool);
    }
}
