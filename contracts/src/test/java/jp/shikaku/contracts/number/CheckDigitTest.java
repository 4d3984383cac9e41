package jp.shikaku.contracts.number;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckDigitTest {

    @Test
    void publishedSumOfFifteenGivesFive() {
        assertThat(CheckDigit.of("3312001")).isEqualTo(5);
    }

    @Property
    void everySingleWrongDigitIsFound(@ForAll @NumericChars @StringLength(min = 1, max = 12) String body) {
        String digits = body + CheckDigit.of(body);

        assertThat(CheckDigit.holds(digits)).isTrue();
        for (int position = 0; position < digits.length(); position++) {
            TypedDigits.forEachWrongDigit(digits, position, wrong -> assertThat(CheckDigit.holds(wrong))
                    .isFalse());
        }
    }

    @Property
    void swappedNeighboursAreFoundUnlessTheyAreZeroAndNine(
            @ForAll @NumericChars @StringLength(min = 1, max = 12) String body) {
        String digits = body + CheckDigit.of(body);

        for (int left = 0; left + 1 < digits.length(); left++) {
            int apart = Math.abs(digits.charAt(left) - digits.charAt(left + 1));
            assertThat(CheckDigit.holds(TypedDigits.swapped(digits, left, left + 1)))
                    .isEqualTo(apart == 0 || apart == 9);
        }
    }

    @Property
    void leadingZerosChangeNothing(@ForAll @NumericChars @StringLength(5) String body) {
        assertThat(CheckDigit.of("00" + body)).isEqualTo(CheckDigit.of(body));
    }
}
