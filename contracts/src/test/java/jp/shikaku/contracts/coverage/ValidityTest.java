package jp.shikaku.contracts.coverage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class ValidityTest {

    @ParameterizedTest
    @CsvSource({
        "1, VALID, 資格（有効）, Eligibility (valid)",
        "2, INVALID, 資格（無効）, Eligibility (invalid)",
        "3, INVALID_NEWER_COVERAGE, 資格（無効）, Eligibility (invalid)",
        "4, NOT_FOUND, 資格情報なし, No eligibility information",
        "5, SEVERAL_CANDIDATES, 複数該当, Several candidates"
    })
    void codeAndDisplayAreThoseOfTheInterfaceAndTheNotice(int code, Validity validity, String ja, String en) {
        assertThat(validity.code()).isEqualTo(code);
        assertThat(validity.display().ja()).isEqualTo(ja);
        assertThat(validity.display().en()).isEqualTo(en);
    }

    @ParameterizedTest
    @EnumSource
    void codeLeadsBack(Validity validity) {
        assertThat(Validity.ofCode(validity.code())).isEqualTo(validity);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, 10})
    void otherCodesAreRefused(int code) {
        assertRefused(ValueFault.UNKNOWN_CODE, () -> Validity.ofCode(code));
    }
}
