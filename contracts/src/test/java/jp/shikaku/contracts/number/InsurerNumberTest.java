package jp.shikaku.contracts.number;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class InsurerNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33120015",
                "01130012",
                "06139463",
                "39131156",
                "31130016",
                "138057",
                "130013",
                "06139992",
                "01139997",
                "31999998",
                "39999990",
                "139998"
            })
    void publishedAndSyntheticNumbersAreAccepted(String number) {
        assertThat(InsurerNumber.of(number).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"139998", "00139998", "  139998", "139998  ", "１３９９９８", "００１３９９９８", "　　139998"})
    void sixDigitNumberIsTheSameHoweverItIsPadded(String text) {
        assertThat(InsurerNumber.of(text)).isEqualTo(InsurerNumber.of("139998"));
        assertThat(InsurerNumber.of(text).value()).isEqualTo("139998");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77777777", "77777779", "７７７７７７７７", " 77777779 "})
    void numbersOfUnknownInsurersAreNamedAsPlaceholders(String text) {
        assertRefused(ValueFault.INSURER_NUMBER_PLACEHOLDER, () -> InsurerNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "13999",
                "1399980",
                "0 139998",
                "061399920",
                "0613999A",
                "06-139992",
                "0613999²",
                "0613999②",
                "٠٦١٣٩٩٩٢"
            })
    void anythingButSixOrEightDigitsIsRefused(String text) {
        assertRefused(ValueFault.INSURER_NUMBER_FORMAT, () -> InsurerNumber.of(text));
    }

    @ParameterizedTest
    @NullSource
    void missingNumberIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> InsurerNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06139993", "139999", "00139999", "12345678"})
    void wrongCheckDigitIsRefused(String text) {
        assertRefused(ValueFault.INSURER_NUMBER_CHECK_DIGIT, () -> InsurerNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "21", "28", "54", "99"})
    void numberOfAPayerOfPublicExpenseIsNoInsurerThoughItsCheckDigitHolds(String law) {
        String body = law + "13601";

        assertRefused(ValueFault.INSURER_NUMBER_NOT_AN_INSURER, () -> InsurerNumber.of(body + CheckDigit.of(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "00000000", "001230"})
    void zerosInPlaceOfThePrefectureAreNoInsurerThoughTheCheckDigitHolds(String text) {
        assertThat(CheckDigit.holds(text)).isTrue();
        assertRefused(ValueFault.INSURER_NUMBER_NOT_AN_INSURER, () -> InsurerNumber.of(text));
    }

    @Test
    void eightDigitsTellLawAndPrefecture() {
        InsurerNumber society = InsurerNumber.of("06139992");

        assertThat(society.lawNumber()).hasValue("06");
        assertThat(society.prefecture()).hasValue("13");
        assertThat(society.isNationalHealthInsurance()).isFalse();
    }

    @Test
    void sixDigitsTellThePrefectureOfNationalHealthInsurance() {
        InsurerNumber municipality = InsurerNumber.of("00139998");

        assertThat(municipality.lawNumber()).isEmpty();
        assertThat(municipality.prefecture()).hasValue("13");
        assertThat(municipality.isNationalHealthInsurance()).isTrue();
    }

    @Test
    void retiredMembersOfNationalHealthInsuranceBelongToItToo() {
        InsurerNumber retired = InsurerNumber.of("6713999" + CheckDigit.of("6713999"));

        assertThat(retired.isNationalHealthInsurance()).isTrue();
        assertThat(retired.lawNumber()).hasValue("67");
    }

    @Test
    void digitsThatAreNoPrefectureAreToleratedAndNotTold() {
        assertThat(InsurerNumber.of("31999998").prefecture()).isEmpty();
    }

    @Property
    void canonicalNumberSurvivesEveryWayOfWritingIt(@ForAll("insurerNumbers") String number) {
        InsurerNumber insurer = InsurerNumber.of(number);

        assertThat(insurer.value()).isEqualTo(number);
        assertThat(InsurerNumber.of(insurer.value())).isEqualTo(insurer);
        assertThat(InsurerNumber.of(TypedDigits.fullWidth(number))).isEqualTo(insurer);
        assertThat(InsurerNumber.of("%8s".formatted(number))).isEqualTo(insurer);
        assertThat(InsurerNumber.of("%8s".formatted(number).replace(' ', '0'))).isEqualTo(insurer);
    }

    @Property
    void everySingleWrongDigitIsRefused(@ForAll("insurerNumbers") String number) {
        for (int position = 0; position < number.length(); position++) {
            TypedDigits.forEachWrongDigit(
                    number,
                    position,
                    wrong -> assertRefused(ValueFault.INSURER_NUMBER_CHECK_DIGIT, () -> InsurerNumber.of(wrong)));
        }
    }

    @Provide
    Arbitrary<String> insurerNumbers() {
        Arbitrary<String> laws = Arbitraries.of("", "", "01", "02", "06", "31", "34", "39", "63", "67", "75");
        Arbitrary<Integer> prefectures = Arbitraries.integers().between(1, 47);
        Arbitrary<Integer> insurers = Arbitraries.integers().between(0, 999);
        return Combinators.combine(laws, prefectures, insurers)
                .as((law, prefecture, insurer) -> law + "%02d%03d".formatted(prefecture, insurer))
                .map(body -> body + CheckDigit.of(body));
    }
}
