package jp.shikaku.contracts.number;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndividualNumberMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456789018|************",
                "番号1234-5678-9018です|番号****-****-****です",
                "１２３４５６７８９０１８|************",
                "1234　5678　9018|****　****　****",
                "1234 - 5678 - 9018|**** - **** - ****",
                "12 34 56 78 90 18|** ** ** ** ** **",
                "電話0312345678 番号123456789018|電話0312345678 番号************",
                "123456789018 0312345678|************ 0312345678",
                "0312345678、123456789018|0312345678、************"
            })
    void numberIsHiddenHoweverItIsWritten(String text, String masked) {
        assertThat(IndividualNumberMask.mask(text)).isEqualTo(new IndividualNumberMask.Masked(masked, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "090-1234-5678",
                "123456789012",
                "1234567890182",
                "000000000000",
                "2026-11-23 10:15",
                "1234 と 5678 と 9018",
                "1234----5678----9018"
            })
    void whatIsNoIndividualNumberStays(String text) {
        assertThat(IndividualNumberMask.mask(text)).isEqualTo(new IndividualNumberMask.Masked(text, 0));
    }

    @Test
    void everyNumberOfATextIsHiddenAndCounted() {
        assertThat(IndividualNumberMask.mask("123456789018と\n1234 5678\n9018").numbers())
                .isEqualTo(2);
    }

    @Property
    void noTextWithANumberKeepsIt(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long body) {
        String number = withCheckDigit("%011d".formatted(body));

        IndividualNumberMask.Masked masked = IndividualNumberMask.mask("私は" + number + "です");

        assertThat(masked.numbers()).isEqualTo(1);
        assertThat(masked.text()).isEqualTo("私は************です");
    }

    private static String withCheckDigit(String body) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (body.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        return body + (sum % 11 <= 1 ? 0 : 11 - sum % 11);
    }
}
