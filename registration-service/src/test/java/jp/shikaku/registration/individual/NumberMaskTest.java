package jp.shikaku.registration.individual;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "123456789018,4567,花子 | ********9018,4567,花子",
                "１２３４５６７８９０１８ | ********９０１８",
                "1234-5678-9018 | ****-****-9018",
                "1234 5678 9018 | **** **** 9018",
                "1234.5678.9018 | ****.****.9018",
                "1234 - 5678 − 9018 | **** - **** − 9018",
                "12345678901 | *******8901",
                "1.23456789018E+11 | *.*******9018E+11",
                "4567,\"123,456,789,018\",花子 | 4567,\"***,***,**9,018\",花子",
                "{\"individualNumber\":\"123456789018\"} | {\"individualNumber\":\"********9018\"}",
            })
    void ofALongNumberTheLastFourDigitsStay(String row, String masked) {
        assertThat(NumberMask.mask(row)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1234567890",
                "20260401,19900115",
                "\"20260401\",\"19900115\"",
                "100-8916,東京都1-2-3",
                "2026-04-01,2026/4/1",
                "06139992,123,4567,00",
                "花子"
            })
    void shorterNumbersAndNeighboursStayAsTheyAre(String row) {
        assertThat(NumberMask.mask(row)).isEqualTo(row);
    }

    @Property
    void howeverANumberIsGroupedNoMoreThanFourOfItsDigitsStay(@ForAll("writtenNumbers") String number) {
        String masked = NumberMask.mask("社員1," + number + ",花子");

        assertThat(masked.chars().filter(Character::isDigit).count()).isEqualTo(4 + 1); // of the number, of 社員1
        assertThat(masked).startsWith("社員1,").endsWith(",花子").hasSameSizeAs("社員1," + number + ",花子");
    }

    @Test
    void whatStandsWhereANumberBelongsIsHiddenWhateverItLooksLike() {
        assertThat(NumberMask.mask("1234567890I8,4567", "1234567890I8")).isEqualTo("********90I8,4567");
        assertThat(NumberMask.mask("4567,4567,123456789018", "4567", null)).isEqualTo("4567,4567,********9018");
    }

    /** A line may have sixty thousand digits. */
    @Test
    void aRowOfNothingButDigitsIsMaskedToo() {
        assertThat(NumberMask.mask("7".repeat(64 * 1024)))
                .endsWith("*7777")
                .startsWith("***")
                .hasSize(64 * 1024);
    }

    @Provide
    Arbitrary<String> writtenNumbers() {
        Arbitrary<String> digits = Arbitraries.strings()
                .withChars("0123456789０１２３４５６７８９")
                .ofMinLength(11)
                .ofMaxLength(13);
        Arbitrary<String> separator = Arbitraries.of("", "-", " ", "　", "－", "−", "ー", ".", "/", "_", " - ");
        return Combinators.combine(digits, separator, Arbitraries.integers().between(1, 6))
                .as((number, between, every) -> number.replaceAll("(.{" + every + "})(?=.)", "$1" + between));
    }
}
