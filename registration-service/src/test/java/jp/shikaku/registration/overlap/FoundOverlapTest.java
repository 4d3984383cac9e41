package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.number.InsurerNumber;

import static org.assertj.core.api.Assertions.assertThat;

class FoundOverlapTest {

    private static final String NATIONAL_HEALTH = "139998";
    private static final String EMPLOYEE = "06139992";
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    /** The other begins on 1 April; the last column is about 10 April. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, , true",
        "2026-03-01, 2026-04-11, true",
        "2026-03-01, 2026-04-10, false",
        "2026-04-10, , true",
        "2026-04-11, , false",
    })
    void bothAreValidOnTheDayOfTheList(LocalDate acquired, LocalDate lost, boolean overlaps) {
        assertThat(found(NATIONAL_HEALTH, acquired, lost, EMPLOYEE, LocalDate.of(2026, 4, 1), null)
                        .isOverlapOn(TODAY))
                .isEqualTo(overlaps);
    }

    /** The other begins on the day of the list. */
    @ParameterizedTest
    @CsvSource({
        "139998, 2026-04-11, false", // 国民健康保険法8条
        "139998, 2026-04-12, true",
        "01139997, 2026-04-11, true", // an employee insurance ends on the day on which the other begins
        "01139997, 2026-04-10, false",
    })
    void theDayOnWhichOneTakesThePlaceOfTheOtherIsNoOverlap(String insurer, LocalDate lost, boolean overlaps) {
        LocalDate acquired = LocalDate.of(2026, 3, 1);

        assertThat(found(insurer, acquired, lost, EMPLOYEE, TODAY, null).isOverlapOn(TODAY))
                .isEqualTo(overlaps);
        assertThat(found(EMPLOYEE, TODAY, null, insurer, acquired, lost).isOverlapOn(TODAY))
                .isEqualTo(overlaps);
    }

    private static FoundOverlap found(
            String insurer,
            LocalDate acquired,
            LocalDate lost,
            String other,
            LocalDate otherAcquired,
            LocalDate otherLost) {
        return new FoundOverlap(
                new UUID(0, 1),
                InsurerNumber.of(insurer),
                acquired,
                lost,
                new UUID(0, 2),
                InsurerNumber.of(other),
                otherAcquired,
                otherLost);
    }
}
