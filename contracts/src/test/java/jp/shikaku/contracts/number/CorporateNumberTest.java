package jp.shikaku.contracts.number;

import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class CorporateNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"1010601008968", "2010001163289"})
    void publishedNumbersAreAccepted(String number) {
        assertThat(CorporateNumber.of(number).value()).isEqualTo(number);
        assertThat(CorporateNumber.of(" " + TypedDigits.fullWidth(number) + "　").value())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "101060100896", "10106010089680", "1-0106-0100-8968", "T1010601008968"})
    void anythingButThirteenDigitsIsRefused(String text) {
        assertRefused(ValueFault.CORPORATE_NUMBER_FORMAT, () -> CorporateNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010601008968", "1010601008967", "0000000000000"})
    void wrongCheckDigitIsRefused(String text) {
        assertRefused(ValueFault.CORPORATE_NUMBER_CHECK_DIGIT, () -> CorporateNumber.of(text));
    }

    @ParameterizedTest
    @NullSource
    void missingNumberIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> CorporateNumber.of(text));
    }

    @Property
    void singleWrongDigitIsRefusedUnlessZeroAndNineAreConfused(@ForAll("numbers") String number) {
        TypedDigits.forEachWrongDigit(
                number, 0, wrong -> assertThat(isAccepted(wrong)).isFalse());
        for (int position = 1; position < number.length(); position++) {
            int place = position;
            TypedDigits.forEachWrongDigit(number, place, wrong -> assertThat(isAccepted(wrong))
                    .isEqualTo(Math.abs(wrong.charAt(place) - number.charAt(place)) == 9));
        }
    }

    @Property
    void swappedNeighboursBehindTheCheckDigitAreRefusedUnlessTheyAreZeroAndNine(@ForAll("numbers") String number) {
        for (int left = 1; left + 1 < number.length(); left++) {
            int apart = Math.abs(number.charAt(left) - number.charAt(left + 1));
            assertThat(isAccepted(TypedDigits.swapped(number, left, left + 1))).isEqualTo(apart == 0 || apart == 9);
        }
    }

    private static boolean isAccepted(String number) {
        return catchThrowable(() -> CorporateNumber.of(number)) == null;
    }

    /** The check digit is found by trying: the formula stays in one place. */
    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.longs()
                .between(0, 999_999_999_999L)
                .map("%012d"::formatted)
                .map(body -> IntStream.rangeClosed(1, 9)
                        .mapToObj(digit -> digit + body)
                        .filter(CorporateNumberTest::isAccepted)
                        .findFirst()
                        .orElseThrow());
    }
}
