package jp.shikaku.registration.importing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456789018,4567,花子 | ********9018,4567,花子",
                "１２３４５６７８９０１８ | ********９０１８",
                "1234-5678-9018 | ****-****-9018",
                "1234 5678 9018 | **** **** 9018",
                "12345678901 | *******8901",
                "{\"individualNumber\":\"123456789018\"} | {\"individualNumber\":\"********9018\"}",
            })
    void ofALongNumberTheLastFourDigitsStay(String row, String masked) {
        assertThat(NumberMask.mask(row)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234567890", "20260401,19900115", "100-8916,東京都1-2-3", "2026-04-01", "花子"})
    void shorterNumbersStayAsTheyAre(String row) {
        assertThat(NumberMask.mask(row)).isEqualTo(row);
    }
}
