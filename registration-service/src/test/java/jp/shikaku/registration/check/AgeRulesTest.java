package jp.shikaku.registration.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.hold.FindingSeverity;

import static jp.shikaku.contracts.hold.FindingSeverity.HOLDS;
import static jp.shikaku.contracts.hold.FindingSeverity.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

/** Today is 2026-04-10. */
class AgeRulesTest {

    @ParameterizedTest
    @CsvSource({"1906-04-10, ", "1906-04-09, HOLDS"})
    void nobodyIsOlderThanAHundredAndTwenty(String born, FindingSeverity severity) {
        assertThat(Given.hanako().born(born).by(new AgeImplausible())).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "1961-04-01, ", // 65 on the day of acquisition, with a disability
        "1961-04-02, HOLDS",
        "1951-04-01, ",
    })
    void theInsuranceOfTheElderlyTakesNobodyBelowSixtyFive(String born, FindingSeverity severity) {
        Given elderly = Given.hanako().born(born).acquired("2026-04-01");

        assertThat(elderly.insurer(Given.ELDERLY).by(new TooYoungForElderlyInsurance()))
                .isEqualTo(severity);
        assertThat(elderly.insurer(Given.EMPLOYEE).by(new TooYoungForElderlyInsurance()))
                .isNull();
    }

    @Test
    void theInsuranceOfTheElderlyHasNoDependants() {
        Given elderly = Given.hanako().born("1940-01-15").insurer(Given.ELDERLY);

        assertThat(elderly.by(new FamilyInElderlyInsurance())).isNull();
        assertThat(elderly.family().by(new FamilyInElderlyInsurance())).isEqualTo(HOLDS);
        assertThat(elderly.insurer(Given.EMPLOYEE).by(new FamilyInElderlyInsurance()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // born, acquired, lost
        "1951-04-10, 2026-04-10, , HOLDS", // begins on the 75th birthday
        "1951-04-10, 2026-04-09, , NOTES", // the birthday is today, and the loss is missing
        "1951-04-10, 2026-04-01, 2026-04-10, ",
        "1951-04-10, 2026-04-01, 2026-04-11, NOTES",
        "1951-04-11, 2026-04-01, , ", // tomorrow
        "1951-04-11, 2026-04-01, 2026-04-12, NOTES",
        "1951-04-12, 2026-04-12, , HOLDS", // ahead
        "1940-01-15, 2026-04-01, , HOLDS",
        "1940-01-15, 2010-04-01, 2015-01-15, ",
        "1952-02-29, 2020-04-01, 2027-03-01, ",
    })
    void aPersonOfSeventyFiveBelongsToTheInsuranceOfTheElderly(
            String born, String acquired, String lost, FindingSeverity severity) {
        Given person = Given.hanako().born(born).acquired(acquired);
        Given insured = lost == null ? person : person.lost(lost);

        assertThat(insured.by(new ElderlyInsuredElsewhere())).isEqualTo(severity);
        assertThat(insured.family().insurer(Given.NATIONAL_HEALTH).by(new ElderlyInsuredElsewhere()))
                .isEqualTo(severity);
        assertThat(insured.insurer(Given.ELDERLY).by(new ElderlyInsuredElsewhere()))
                .isNull();
    }

    @Test
    void theStockKeepsItsElderlyVisible() {
        Given elderly = Given.hanako().born("1940-01-15").acquired("2026-04-01").atRecheck();

        assertThat(elderly.by(new ElderlyInsuredElsewhere())).isEqualTo(NOTES);
    }

    @ParameterizedTest
    @CsvSource({"2011-04-01, ", "2011-04-02, HOLDS"})
    void nobodyIsEmployedBeforeTheFifteenthBirthday(String born, FindingSeverity severity) {
        Given child = Given.hanako().born(born).acquired("2026-04-01");

        assertThat(child.by(new TooYoungToBeEmployed())).isEqualTo(severity);
        assertThat(child.insurer(Given.NATIONAL_HEALTH).by(new TooYoungToBeEmployed()))
                .isNull();
        assertThat(child.insurer(Given.EMPLOYEE).family().by(new TooYoungToBeEmployed()))
                .isNull();
    }

    @Test
    void oneMistakeIsFoundOnce() {
        Given sinceBirth = Given.hanako().born("2020-01-15").acquired("2020-01-15");

        assertThat(sinceBirth.by(new InsuredPersonSinceBirth())).isEqualTo(HOLDS);
        assertThat(sinceBirth.by(new TooYoungToBeEmployed())).isNull();
        assertThat(sinceBirth.insurer(Given.ELDERLY).by(new TooYoungForElderlyInsurance()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // born, share
        "2020-04-01, TWO_TENTHS, NOTES", // six on 31 March 2026, so at school since 1 April 2026
        "2020-04-01, THREE_TENTHS, ",
        "2020-04-02, TWO_TENTHS, ", // six on 1 April 2026: preschool until 31 March 2027
        "2020-04-02, THREE_TENTHS, NOTES",
        "1990-01-15, THREE_TENTHS, ",
        "1990-01-15, TWO_TENTHS, NOTES",
        "1990-01-15, ONE_TENTH, NOTES",
        "1956-04-01, TWO_TENTHS, ", // 70 on 31 March, so from April
        "1956-04-02, TWO_TENTHS, NOTES", // 70 on 1 April, so from May
        "1956-04-01, THREE_TENTHS, ", // of high income
        "1956-04-01, ONE_TENTH, NOTES",
    })
    void theShareOfTheCostFitsTheAge(String born, BurdenShare share, FindingSeverity severity) {
        Given person = Given.hanako().born(born).acquired(born).pays(share);

        assertThat(person.by(new BurdenShareImplausible())).isEqualTo(severity);
        assertThat(person.insurer(Given.ELDERLY).by(new BurdenShareImplausible()))
                .isNull();
    }

    @Test
    void theShareIsThatOfTheDaysItIsFor() {
        Given schoolchild = Given.hanako().born("2020-04-01").pays(BurdenShare.TWO_TENTHS);

        assertThat(schoolchild.acquired("2020-04-01").lost("2026-04-01").by(new BurdenShareImplausible()))
                .isNull();
        assertThat(schoolchild.lost("2026-04-02").by(new BurdenShareImplausible()))
                .isEqualTo(NOTES);
        assertThat(Given.hanako()
                        .born("1956-04-02")
                        .acquired("2026-05-01")
                        .pays(BurdenShare.TWO_TENTHS)
                        .by(new BurdenShareImplausible()))
                .isNull();
    }

    @Test
    void noShareIsNoDoubt() {
        assertThat(Given.hanako().by(new BurdenShareImplausible())).isNull();
    }
}
