package jp.shikaku.contracts.number;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.number.InstitutionCode.Strictness;
import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class InstitutionCodeTest {

    @ParameterizedTest
    @EnumSource(Strictness.class)
    void publishedCodeIsAcceptedUnderEitherStrictness(Strictness strictness) {
        assertThat(InstitutionCode.of("0110113719", strictness).value()).isEqualTo("0110113719");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1312345678", "6540212424"})
    void samplesWithAWrongCheckDigitPassOnlyTheFormat(String code) {
        assertThat(InstitutionCode.of(code, Strictness.FORMAT_ONLY)).isEqualTo(InstitutionCode.of(code));
        assertThat(InstitutionCode.of(code).checkDigitHolds()).isFalse();
        assertRefused(ValueFault.INSTITUTION_CODE_CHECK_DIGIT, () -> InstitutionCode.of(code, Strictness.CHECK_DIGIT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "011011371",
                "01101137190",
                "01-1011371",
                "011011371X",
                "0100113719",
                "0120113719",
                "0150113719",
                "0190113719"
            })
    void wrongLengthLetterOrFeeTableIsRefused(String text) {
        assertRefused(ValueFault.INSTITUTION_CODE_FORMAT, () -> InstitutionCode.of(text));
        assertRefused(ValueFault.INSTITUTION_CODE_FORMAT, () -> InstitutionCode.of(text, Strictness.CHECK_DIGIT));
    }

    @ParameterizedTest
    @NullSource
    void missingCodeIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> InstitutionCode.of(text));
    }

    @Test
    void fullWidthAndSpacesAroundAreTheSameCode() {
        assertThat(InstitutionCode.of("　０１１０１１３７１９ ")).isEqualTo(InstitutionCode.of("0110113719"));
    }

    @ParameterizedTest
    @CsvSource({"1,MEDICAL,false", "3,DENTAL,false", "4,PHARMACY,true", "6,VISITING_NURSE,false"})
    void thirdDigitTellsTheKindOfInstitution(String digit, FeeTable feeTable, boolean pharmacy) {
        InstitutionCode code = InstitutionCode.of("13" + digit + "0000000");

        assertThat(code.feeTable()).isEqualTo(feeTable);
        assertThat(code.isPharmacy()).isEqualTo(pharmacy);
    }

    @Test
    void prefectureIsToldWhenItIsOne() {
        assertThat(InstitutionCode.of("0110113719").prefecture()).hasValue("01");
        assertThat(InstitutionCode.of("4710113719").prefecture()).hasValue("47");
        assertThat(InstitutionCode.of("4810113719").prefecture()).isEmpty();
        assertThat(InstitutionCode.of("0010113719").prefecture()).isEmpty();
    }

    @Property
    void everySingleWrongDigitIsRefusedWhenTheCheckDigitIsDemanded(@ForAll("codes") String code) {
        assertThat(InstitutionCode.of(code, Strictness.CHECK_DIGIT).value()).isEqualTo(code);
        for (int position = 3; position < code.length(); position++) {
            TypedDigits.forEachWrongDigit(
                    code,
                    position,
                    wrong -> assertRefused(
                            ValueFault.INSTITUTION_CODE_CHECK_DIGIT,
                            () -> InstitutionCode.of(wrong, Strictness.CHECK_DIGIT)));
        }
    }

    @Provide
    Arbitrary<String> codes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 47),
                        Arbitraries.of(1, 3, 4, 6),
                        Arbitraries.integers().between(0, 999_999))
                .as("%02d%d%06d"::formatted)
                .map(body -> body + CheckDigit.of(body));
    }
}
