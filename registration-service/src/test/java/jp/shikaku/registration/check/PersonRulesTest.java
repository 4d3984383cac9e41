package jp.shikaku.registration.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.person.Sex;

import static jp.shikaku.contracts.hold.FindingSeverity.HOLDS;
import static jp.shikaku.contracts.hold.FindingSeverity.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

class PersonRulesTest {

    @Test
    void aNumberThatBelongsToNobodyIsHeld() {
        assertThat(Given.hanako().register(new RegisterAnswer.Unknown()).by(new ResidentUnknown()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako().by(new ResidentUnknown())).isNull();
    }

    @Test
    void aNumberThatSomebodyElseHasElsewhereIsHeld() {
        Given taro = Given.hanako().insurer(Given.OTHER_EMPLOYEE).named("佐藤 太郎", "サトウ タロウ");

        assertThat(Given.hanako().samePerson(taro.born("1958-08-08")).by(new NumberOfSomebodyElse()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako()
                        .samePerson(taro.born("1958-08-08"))
                        .atRecheck()
                        .by(new NumberOfSomebodyElse()))
                .isEqualTo(HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "佐藤 花子, サトウ ハナコ, 1990-01-15", // married
        "髙橋 花子, タカハシ ハナコ, 1990-01-16", // mistyped birth date
        "高橋 はな子, タカハシ ハナコ, 1990-01-16",
    })
    void aChangedNameOrAMistypedBirthDateMakesNobodyElse(String name, String kana, String born) {
        Given before =
                Given.hanako().insurer(Given.OTHER_EMPLOYEE).named(name, kana).born(born);

        assertThat(Given.hanako().samePerson(before).by(new NumberOfSomebodyElse()))
                .isNull();
    }

    @Test
    void swappedNumbersInAFamilyAreSeenByTheRegister() {
        Given swapped = Given.hanako().registerHas(Given.ichiro()).sameCard(Given.ichiro());

        assertThat(swapped.by(new FamilySwapped())).isEqualTo(HOLDS);
    }

    @Test
    void aMembersNumberEnteredTwiceIsSeenByTheRegister() {
        Given twice = Given.hanako().person('B').registerHas(Given.ichiro()).sameCard(Given.ichiro());

        assertThat(twice.by(new FamilySwapped())).isEqualTo(HOLDS);
    }

    @Test
    void swappedNumbersInAFamilyAreSeenByWhatAnotherInsurerKnows() {
        Given swapped = Given.hanako()
                .samePerson(Given.ichiro().person('A').insurer(Given.OTHER_EMPLOYEE))
                .sameCard(Given.ichiro());

        assertThat(swapped.by(new FamilySwapped())).isEqualTo(HOLDS);
    }

    @Test
    void swappedTwinsAreToldApartByTheirNames() {
        Given twin = Given.ichiro().born("1990-01-15").sex(Sex.FEMALE).named("髙橋 月子", "タカハシ ツキコ");

        assertThat(Given.hanako().registerHas(twin).sameCard(twin).by(new FamilySwapped()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako().registerHas(Given.hanako()).sameCard(twin).by(new FamilySwapped()))
                .isNull();
    }

    @Test
    void aStrangersNumberIsNoSwapInTheFamily() {
        Given stranger = Given.ichiro().named("佐藤 太郎", "サトウ タロウ").born("1958-08-08");

        assertThat(Given.hanako().registerHas(stranger).sameCard(Given.ichiro()).by(new FamilySwapped()))
                .isNull();
        assertThat(Given.hanako().registerHas(Given.ichiro()).by(new FamilySwapped()))
                .isNull();
    }

    @Test
    void aFormerNameOfTheSamePersonIsNoSwap() {
        Given former =
                Given.hanako().named("佐藤 花子", "サトウ ハナコ").acquired("2020-04-01").lost("2026-04-01");

        assertThat(Given.hanako()
                        .registerHas(former)
                        .sameCard(former)
                        .samePerson(former)
                        .by(new FamilySwapped()))
                .isNull();
    }

    @Test
    void onePersonWithTwoNumbersIsHeld() {
        Given again = Given.hanako()
                .person('B')
                .address("大阪府大阪市北区梅田3-1-3")
                .acquired("2020-04-01")
                .lost("2021-04-01");

        assertThat(Given.hanako().sameCard(again).by(new PersonWithTwoNumbers()))
                .isEqualTo(HOLDS);
    }

    @Test
    void anotherMemberOrTheSameNumberIsNoSecondNumber() {
        Given twin = Given.hanako().person('B').named("髙橋 華子", "タカハシ ハナコ");

        assertThat(Given.hanako().sameCard(Given.ichiro()).by(new PersonWithTwoNumbers()))
                .isNull();
        assertThat(Given.hanako().sameCard(Given.hanako()).by(new PersonWithTwoNumbers()))
                .isNull();
        assertThat(Given.hanako().sameCard(twin).by(new PersonWithTwoNumbers())).isNull();
    }

    @Test
    void aCardOfSomebodyElseIsHeldWhileBothHaveIt() {
        Given other = Given.ichiro().branch("00").acquired("2020-04-01");

        assertThat(Given.hanako().sameCard(other).by(new CardOfSomebodyElse())).isEqualTo(HOLDS);
        assertThat(Given.hanako().sameCard(other.lost("2026-04-02")).by(new CardOfSomebodyElse()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako().sameCard(other.lost("2026-04-01")).by(new CardOfSomebodyElse()))
                .isNull();
    }

    @Test
    void aFamilySharesACardByItsBranches() {
        assertThat(Given.hanako().sameCard(Given.ichiro().family()).by(new CardOfSomebodyElse()))
                .isNull();
        assertThat(Given.hanako().sameCard(Given.hanako()).by(new CardOfSomebodyElse()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // insurer, is the other a dependant
        Given.EMPLOYEE + ", true, ",
        Given.EMPLOYEE + ", false, HOLDS", // two insured persons on one card
        Given.NATIONAL_HEALTH + ", false, ",
        Given.ELDERLY + ", false, HOLDS", // the number is a person's own
    })
    void withoutABranchAFamilyCannotBeToldFromStrangers(String insurer, boolean family, FindingSeverity severity) {
        Given other = Given.ichiro().branch(null).insurer(insurer);
        Given record = Given.hanako().insurer(insurer).sameCard(family ? other.family() : other);

        assertThat(record.by(new CardOfSomebodyElse())).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"00, 01, ", "00, , NOTES", ", 01, NOTES", ", , NOTES"})
    void twinsWithoutBranchesAreNoted(String branch, String twins, FindingSeverity severity) {
        Given twin = Given.ichiro().born("1990-01-15").branch(twins);

        assertThat(Given.hanako().branch(branch).sameCard(twin).by(new TwinsWithoutBranch()))
                .isEqualTo(severity);
    }

    @Test
    void whoHasAnotherBirthDateOrHasLeftIsNoTwin() {
        Given left = Given.ichiro()
                .born("1990-01-15")
                .branch(null)
                .acquired("2020-04-01")
                .lost("2026-04-01");

        assertThat(Given.hanako().sameCard(left).by(new TwinsWithoutBranch())).isNull();
        assertThat(Given.hanako().sameCard(Given.ichiro().branch(null)).by(new TwinsWithoutBranch()))
                .isNull();
    }

    @Test
    void oneRecordEnteredTwiceIsHeldAndAFormerCardIsNoted() {
        assertThat(Given.hanako().samePerson(Given.hanako()).by(new EnrolledTwice()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako()
                        .samePerson(Given.hanako().card('B').acquired("2020-04-01"))
                        .by(new EnrolledTwice()))
                .isEqualTo(NOTES);
    }

    @Test
    void aNewAcquisitionAfterTheLossIsNoSecondEnrolment() {
        Given before = Given.hanako().acquired("2020-04-01").lost("2026-04-01");

        assertThat(Given.hanako().samePerson(before).by(new EnrolledTwice())).isNull();
        assertThat(Given.hanako().samePerson(before.lost("2026-04-02")).by(new EnrolledTwice()))
                .isEqualTo(HOLDS);
        assertThat(Given.hanako()
                        .samePerson(Given.hanako().insurer(Given.OTHER_EMPLOYEE))
                        .by(new EnrolledTwice()))
                .isNull();
    }

    @Test
    void coverageByAnotherInsurerOnTheSameDaysIsNoted() {
        Given elsewhere = Given.hanako().insurer(Given.NATIONAL_HEALTH).acquired("2020-04-01");

        assertThat(Given.hanako().samePerson(elsewhere).by(new OverlapWithOtherInsurer()))
                .isEqualTo(NOTES);
        assertThat(Given.hanako().samePerson(elsewhere.lost("2026-04-03")).by(new OverlapWithOtherInsurer()))
                .isEqualTo(NOTES);
    }

    @Test
    void nationalHealthInsuranceEndsOnTheDayAfterTheOtherBegan() {
        Given before = Given.hanako()
                .insurer(Given.NATIONAL_HEALTH)
                .acquired("2020-04-01")
                .lost("2026-04-02");

        assertThat(Given.hanako().samePerson(before).by(new OverlapWithOtherInsurer()))
                .isNull();
        assertThat(before.samePerson(Given.hanako()).by(new OverlapWithOtherInsurer()))
                .isNull();
        assertThat(Given.hanako()
                        .samePerson(before.insurer(Given.OTHER_EMPLOYEE))
                        .by(new OverlapWithOtherInsurer()))
                .isEqualTo(NOTES);
    }

    @Test
    void aChangeOfInsurerOnOneDayIsNoOverlap() {
        Given before = Given.hanako()
                .insurer(Given.NATIONAL_HEALTH)
                .acquired("2020-04-01")
                .lost("2026-04-01");

        assertThat(Given.hanako().samePerson(before).by(new OverlapWithOtherInsurer()))
                .isNull();
        assertThat(Given.hanako().samePerson(Given.hanako()).by(new OverlapWithOtherInsurer()))
                .isNull();
    }

    @Test
    void aStrangersCoverageUnderTheSameNumberIsNoOverlap() {
        Given stranger =
                Given.ichiro().person('A').insurer(Given.NATIONAL_HEALTH).named("佐藤 太郎", "サトウ タロウ");

        assertThat(Given.hanako().samePerson(stranger).by(new OverlapWithOtherInsurer()))
                .isNull();
    }

    @Test
    void aDependantWithAnInsuranceOfTheirOwnIsNotedAsThatAlone() {
        Given own = Given.hanako().insurer(Given.OTHER_EMPLOYEE).acquired("2025-04-01");
        Given dependant = Given.hanako().family().samePerson(own);

        assertThat(dependant.by(new DependantWithOwnInsurance())).isEqualTo(NOTES);
        assertThat(dependant.by(new OverlapWithOtherInsurer())).isNull();
    }

    @Test
    void whoIsNoDependantOrHasNoEmploymentElsewhereIsAnOrdinaryOverlap() {
        Given own = Given.hanako().insurer(Given.OTHER_EMPLOYEE).acquired("2025-04-01");
        Given nationalHealth = Given.hanako().insurer(Given.NATIONAL_HEALTH).acquired("2025-04-01");

        assertThat(Given.hanako().samePerson(own).by(new DependantWithOwnInsurance()))
                .isNull();
        assertThat(Given.hanako().family().samePerson(nationalHealth).by(new DependantWithOwnInsurance()))
                .isNull();
        assertThat(Given.hanako().family().samePerson(nationalHealth).by(new OverlapWithOtherInsurer()))
                .isEqualTo(NOTES);
    }
}
