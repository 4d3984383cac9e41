package jp.shikaku.registration.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.person.Sex;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule with a record it speaks of and one, as near to that as can be, it says nothing of. A rule that is added has
 * to be added here too; where its borders are is told in the other tests.
 */
class RuleTwinsTest {

    /** What is changed of Hanako's record, so that the rule speaks, and so that it does not. */
    private record Twins(CheckRule rule, UnaryOperator<Given> doubtful, UnaryOperator<Given> fine) {}

    private static Stream<Twins> twins() {
        return Stream.of(
                new Twins(new AcquisitionFarAhead(), it -> it.acquired("2026-06-10"), it -> it.acquired("2026-06-09")),
                new Twins(new AcquisitionLongPast(), it -> it.acquired("2024-04-09"), it -> it.acquired("2024-04-10")),
                new Twins(
                        new AcquisitionPlaceholder(), it -> it.acquired("1989-01-08"), it -> it.acquired("1989-01-09")),
                new Twins(
                        new AddressDiffers(),
                        it -> it.registerHas(Given.hanako().address("東京都千代田区霞が関1丁目2番4号")),
                        it -> it.registerHas(Given.hanako().address("千代田区霞ヶ関１－２－３"))),
                new Twins(new AddressNotFullyComparable(), it -> it.address("東京都●区1-2"), it -> it.address("東京都港区1-2")),
                new Twins(new AgeImplausible(), it -> it.born("1906-04-09"), it -> it.born("1906-04-10")),
                new Twins(
                        new BirthDateDiffers(),
                        it -> it.registerHas(Given.hanako().born("1990-01-16")),
                        it -> it.registerHas(Given.hanako())),
                new Twins(
                        new BurdenShareImplausible(),
                        it -> it.pays(BurdenShare.ONE_TENTH),
                        it -> it.pays(BurdenShare.THREE_TENTHS)),
                new Twins(
                        new CardOfSomebodyElse(),
                        it -> it.sameCard(Given.ichiro().branch("00")),
                        it -> it.sameCard(Given.ichiro().branch("01").family())),
                new Twins(
                        new DependantWithOwnInsurance(),
                        it -> it.family().samePerson(Given.hanako().insurer(Given.OTHER_EMPLOYEE)),
                        it -> it.samePerson(Given.hanako().insurer(Given.OTHER_EMPLOYEE))),
                new Twins(new ElderlyInsuredElsewhere(), it -> it.born("1951-04-10"), it -> it.born("1951-04-10")
                        .insurer(Given.ELDERLY)),
                new Twins(
                        new EnrolledTwice(),
                        it -> it.samePerson(Given.hanako()),
                        it -> it.samePerson(
                                Given.hanako().acquired("2020-04-01").lost("2026-04-01"))),
                new Twins(
                        new FamilyInElderlyInsurance(),
                        it -> it.insurer(Given.ELDERLY).family(),
                        it -> it.insurer(Given.ELDERLY)),
                new Twins(
                        new FamilySwapped(),
                        it -> it.registerHas(Given.ichiro()).sameCard(Given.ichiro()),
                        it -> it.registerHas(Given.hanako()).sameCard(Given.ichiro())),
                new Twins(
                        new InsuredPersonSinceBirth(),
                        it -> it.acquired("1990-01-15"),
                        it -> it.acquired("1990-01-16")),
                new Twins(
                        new KanaNotFullyComparable(),
                        it -> it.named("髙橋 花子", "タカ●シ ハナコ"),
                        it -> it.named("●橋 花子", "タカハシ ハナコ")),
                new Twins(new KanaNotKana(), it -> it.named("髙橋 花子", "髙橋 ハナコ"), it -> it.named("髙橋 花子", "たかはし はなこ")),
                new Twins(new LossFarAhead(), it -> it.lost("2028-04-11"), it -> it.lost("2028-04-10")),
                new Twins(new LossLongPast(), it -> it.acquired("2020-04-01").lost("2024-04-09"), it -> it.acquired(
                                "2020-04-01")
                        .lost("2024-04-10")),
                new Twins(
                        new NameDiffers(),
                        it -> it.registerHas(Given.hanako().named("髙橋 華子", "タカハシ ハナコ")),
                        it -> it.registerHas(Given.hanako().named("高橋花子", "タカハシ ハナコ"))),
                new Twins(
                        new NameKanaDiffers(),
                        it -> it.registerHas(Given.hanako().named("髙橋 花子", "タカハシ カコ")),
                        it -> it.registerHas(Given.hanako().named("髙橋 花子", "ﾀｶﾊｼﾊﾅｺ"))),
                new Twins(
                        new NameNotFullyComparable(),
                        it -> it.named("●橋 花子", "タカハシ ハナコ"),
                        it -> it.named("𠮷橋 花子", "タカハシ ハナコ")),
                new Twins(
                        new NameWrittenInKana(),
                        it -> it.named("マリア シルバ", "マリア シルバ"),
                        it -> it.named("髙橋 サクラ", "タカハシ サクラ")),
                new Twins(
                        new NumberOfSomebodyElse(),
                        it -> it.samePerson(stranger()),
                        it -> it.samePerson(
                                Given.hanako().insurer(Given.OTHER_EMPLOYEE).named("佐藤 花子", "サトウ ハナコ"))),
                new Twins(
                        new OverlapWithOtherInsurer(),
                        it -> it.samePerson(Given.hanako().insurer(Given.NATIONAL_HEALTH)),
                        it -> it.samePerson(Given.hanako()
                                .insurer(Given.NATIONAL_HEALTH)
                                .acquired("2020-04-01")
                                .lost("2026-04-01"))),
                new Twins(
                        new PersonWithTwoNumbers(),
                        it -> it.sameCard(Given.hanako().person('B')),
                        it -> it.sameCard(Given.hanako())),
                new Twins(
                        new ResidentUnknown(),
                        it -> it.register(new RegisterAnswer.Unknown()),
                        it -> it.register(new RegisterAnswer.NotAsked())),
                new Twins(
                        new SexDiffers(),
                        it -> it.registerHas(Given.hanako().sex(Sex.MALE)),
                        it -> it.registerHas(Given.hanako())),
                new Twins(
                        new TooYoungForElderlyInsurance(),
                        it -> it.insurer(Given.ELDERLY).born("1961-04-02"),
                        it -> it.insurer(Given.ELDERLY).born("1961-04-01")),
                new Twins(new TooYoungToBeEmployed(), it -> it.born("2011-04-02"), it -> it.born("2011-04-01")),
                new Twins(
                        new TwinsWithoutBranch(),
                        it -> it.branch(null).sameCard(Given.ichiro().born("1990-01-15")),
                        it -> it.sameCard(Given.ichiro().born("1990-01-15"))));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void aRuleSpeaksOfWhatItDoubtsAndOfNothingElse(Twins twins) {
        assertThat(twins.doubtful().apply(Given.hanako()).by(twins.rule())).isNotNull();
        assertThat(twins.fine().apply(Given.hanako()).by(twins.rule())).isNull();
    }

    @Test
    void everyRuleHasItsTwins() {
        Map<String, Long> covered = new HashMap<>();
        twins().forEach(twins -> covered.merge(twins.rule().code(), 1L, Long::sum));
        Set<String> all = EveryRule.list().stream().map(CheckRule::code).collect(Collectors.toSet());

        assertThat(covered.keySet()).isEqualTo(all);
        assertThat(covered.values()).containsOnly(1L);
    }

    private static Given stranger() {
        return Given.hanako()
                .insurer(Given.OTHER_EMPLOYEE)
                .named("佐藤 太郎", "サトウ タロウ")
                .born("1958-08-08");
    }
}
