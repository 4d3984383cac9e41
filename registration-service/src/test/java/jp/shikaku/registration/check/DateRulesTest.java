package jp.shikaku.registration.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.hold.FindingSeverity;

import static jp.shikaku.contracts.hold.FindingSeverity.HOLDS;
import static jp.shikaku.contracts.hold.FindingSeverity.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

/** Today is 2026-04-10. */
class DateRulesTest {

    @ParameterizedTest
    @CsvSource({"2026-06-09, ", "2026-06-10, HOLDS"})
    void anAcquisitionMoreThanSixtyDaysAheadIsHeld(String acquired, FindingSeverity severity) {
        assertThat(Given.hanako().acquired(acquired).by(new AcquisitionFarAhead()))
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-10, ", "2024-04-09, NOTES", "1989-01-08, "})
    void anAcquisitionMoreThanTwoYearsAgoIsNotedUnlessItIsAPlaceholder(String acquired, FindingSeverity severity) {
        assertThat(Given.hanako().born("1960-01-01").acquired(acquired).by(new AcquisitionLongPast()))
                .isEqualTo(severity);
    }

    @Test
    void theStockIsFullOfOldAcquisitionsAndLosses() {
        Given old = Given.hanako().acquired("2010-04-01").lost("2012-04-01").atRecheck();

        assertThat(old.by(new AcquisitionLongPast())).isNull();
        assertThat(old.by(new LossLongPast())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1989-01-08, HOLDS",
        "1989-01-07, ",
        "1970-01-01, HOLDS",
        "1900-01-01, HOLDS",
        "2019-05-01, ",
        "1989-04-01, "
    })
    void anAcquisitionThatAProgramFilledInIsHeld(String acquired, FindingSeverity severity) {
        assertThat(Given.hanako().born("1890-01-01").acquired(acquired).by(new AcquisitionPlaceholder()))
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"2028-04-10, ", "2028-04-11, HOLDS", "9999-12-31, HOLDS"})
    void aLossMoreThanTwoYearsAheadIsHeld(String lost, FindingSeverity severity) {
        assertThat(Given.hanako().lost(lost).by(new LossFarAhead())).isEqualTo(severity);
        assertThat(Given.hanako().by(new LossFarAhead())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2024-04-10, ", "2024-04-09, NOTES"})
    void aNewRecordOfALossMoreThanTwoYearsAgoIsNoted(String lost, FindingSeverity severity) {
        assertThat(Given.hanako().acquired("2020-04-01").lost(lost).by(new LossLongPast()))
                .isEqualTo(severity);
    }

    @Test
    void aCoverageWithoutLossIsNoLongPastOne() {
        assertThat(Given.hanako().acquired("2020-04-01").by(new LossLongPast())).isNull();
    }

    @Test
    void anInsuredPersonSinceTheDayOfBirthIsHeld() {
        Given sinceBirth = Given.hanako().born("1990-01-15").acquired("1990-01-15");

        assertThat(sinceBirth.by(new InsuredPersonSinceBirth())).isEqualTo(HOLDS);
        assertThat(sinceBirth.insurer(Given.ELDERLY).by(new InsuredPersonSinceBirth()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako().born("1990-01-15").acquired("1990-01-16").by(new InsuredPersonSinceBirth()))
                .isNull();
    }

    @Test
    void aNewbornIsFamilyOrAMemberOfNationalHealthInsurance() {
        Given newborn = Given.hanako().born("2026-04-05").acquired("2026-04-05");

        assertThat(newborn.insurer(Given.NATIONAL_HEALTH).by(new InsuredPersonSinceBirth()))
                .isNull();
        assertThat(newborn.insurer(Given.EMPLOYEE)
                        .family()
                        .result(EveryRule.list().toArray(CheckRule[]::new))
                        .findings())
                .isEmpty();
    }

    @Test
    void whatClinicsSeeAlreadyIsNotTakenAwayForAnUnlikelyDate() {
        Given unlikely = Given.hanako()
                .acquired("1989-01-08")
                .lost("9999-12-31")
                .born("1900-01-01")
                .atRecheck();

        assertThat(unlikely.by(new AcquisitionPlaceholder())).isEqualTo(NOTES);
        assertThat(unlikely.by(new LossFarAhead())).isEqualTo(NOTES);
        assertThat(unlikely.by(new AgeImplausible())).isEqualTo(NOTES);
        assertThat(Given.hanako().acquired("2027-04-01").atRecheck().by(new AcquisitionFarAhead()))
                .isEqualTo(NOTES);
    }
}
