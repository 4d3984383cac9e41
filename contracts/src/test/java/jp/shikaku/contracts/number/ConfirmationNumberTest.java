package jp.shikaku.contracts.number;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConfirmationNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long ALL_BITS = (1L << 60) - 1;

    @Property
    void everyNumberSurvivesEveryWayOfWritingIt(@ForAll @LongRange(min = 0, max = ALL_BITS) long bits) {
        ConfirmationNumber number = ConfirmationNumber.ofBits(bits);

        assertThat(number.value()).matches("[" + ALPHABET + "]{13}");
        assertThat(number.display()).matches("[^-]{4}-[^-]{4}-[^-]{5}").isEqualTo(number.toString());
        assertThat(ConfirmationNumber.of(number.value())).isEqualTo(number);
        assertThat(ConfirmationNumber.of(number.display())).isEqualTo(number);
        assertThat(ConfirmationNumber.of(number.display().toLowerCase())).isEqualTo(number);
        assertThat(ConfirmationNumber.of(TypedDigits.fullWidth(number.display())))
                .isEqualTo(number);
        assertThat(ConfirmationNumber.of(" " + number.display().replace("-", " 　")))
                .isEqualTo(number);
    }

    @Property
    void lookAlikesAreWhatTheyLookLike(@ForAll @LongRange(min = 0, max = ALL_BITS) long bits) {
        ConfirmationNumber number = ConfirmationNumber.ofBits(bits);

        for (String[] alike : new String[][] {{"O", "I"}, {"o", "L"}, {"O", "i"}, {"o", "l"}}) {
            assertThat(ConfirmationNumber.of(
                            number.value().replace("0", alike[0]).replace("1", alike[1])))
                    .isEqualTo(number);
        }
    }

    @Property(tries = 200)
    void everySingleWrongCharacterIsFound(@ForAll @LongRange(min = 0, max = ALL_BITS) long bits) {
        String number = ConfirmationNumber.ofBits(bits).value();

        for (int position = 0; position < number.length(); position++) {
            for (char character : ALPHABET.toCharArray()) {
                if (character != number.charAt(position)) {
                    assertCheckCharacterRefuses(TypedDigits.withCharacter(number, position, character));
                }
            }
        }
    }

    /** More than is asked for: neighbours are one case of any two places. */
    @Property(tries = 200)
    void everyTwoDifferentCharactersExchangedAreFound(@ForAll @LongRange(min = 0, max = ALL_BITS) long bits) {
        String number = ConfirmationNumber.ofBits(bits).value();

        for (int left = 0; left < number.length(); left++) {
            for (int right = left + 1; right < number.length(); right++) {
                if (number.charAt(left) != number.charAt(right)) {
                    assertCheckCharacterRefuses(TypedDigits.swapped(number, left, right));
                }
            }
        }
    }

    /**
     * The proof behind the two properties. The check is affine over GF(2⁵), so whether a change is found depends on
     * the places and on the difference of the characters alone: trying all of them on one number is trying all numbers.
     */
    @Test
    void exhaustivelyEveryPairOfNeighboursIsToldFromItsReverse() {
        for (int left = 0; left < 11; left++) {
            for (int one = 0; one < 32; one++) {
                for (int other = 0; other < one; other++) {
                    long shift = 5L * (10 - left);
                    String number = ConfirmationNumber.ofBits(((long) one << 5 | other) << shift)
                            .value();
                    assertCheckCharacterRefuses(TypedDigits.swapped(number, left, left + 1));
                }
            }
        }
    }

    private static void assertCheckCharacterRefuses(String text) {
        assertRefused(ValueFault.CONFIRMATION_NUMBER_CHECK_CHARACTER, () -> ConfirmationNumber.of(text));
    }

    @Test
    void aRowOfOneCharacterIsHardlyEverANumber() {
        assertCheckCharacterRefuses("0".repeat(13));
        assertThat(IntStream.range(0, 32)
                        .filter(symbol -> ConfirmationNumber.ofBits(repeated(symbol))
                                .value()
                                .equals(ALPHABET.substring(symbol, symbol + 1).repeat(13)))
                        .count())
                .isLessThanOrEqualTo(1);
    }

    private static long repeated(int symbol) {
        long bits = 0;
        for (int i = 0; i < 12; i++) {
            bits = bits << 5 | symbol;
        }
        return bits;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0000-0000-0000",
                "0000-0000-000000",
                "0000-0000-0000U",
                "0000-0000-0000*",
                "0000.0000.00000",
                "0000-0000-0000ß",
                "0000-0000-0000é",
                "0000-0000-0000あ",
                "0000-0000-0000ı"
            })
    void otherLengthsAndCharactersAreRefused(String text) {
        assertRefused(ValueFault.CONFIRMATION_NUMBER_FORMAT, () -> ConfirmationNumber.of(text));
    }

    @ParameterizedTest
    @NullSource
    void missingNumberIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> ConfirmationNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, ALL_BITS + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void moreThanSixtyBitsAreAProgrammingError(long bits) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfirmationNumber.ofBits(bits));
    }

    @Property
    void differentBitsAreDifferentNumbers(
            @ForAll @LongRange(min = 0, max = ALL_BITS) long bits,
            @ForAll @LongRange(min = 1, max = ALL_BITS) long change) {
        assertThat(ConfirmationNumber.ofBits(bits)).isNotEqualTo(ConfirmationNumber.ofBits(bits ^ change));
    }

    @Test
    void generatedNumbersUseEveryCharacterAtEveryPlace() {
        Random random = new Random(20230606);
        var numbers = IntStream.range(0, 2000)
                .mapToObj(i -> ConfirmationNumber.next(random).value())
                .collect(Collectors.toSet());

        assertThat(numbers).hasSize(2000);
        for (int place = 0; place < 13; place++) {
            int at = place;
            assertThat(numbers.stream().map(number -> number.charAt(at)).distinct())
                    .hasSize(32);
        }
    }

    /** Numbers are written down on paper: what was valid once stays valid. */
    @Test
    void schemeIsFixed() {
        assertThat(ConfirmationNumber.ofBits(0).display()).isEqualTo("0000-0000-0000W");
        assertThat(ConfirmationNumber.ofBits(0x123_4567_89AB_CDEFL).display()).isEqualTo("28T5-CY4T-QKFFR");
    }
}
