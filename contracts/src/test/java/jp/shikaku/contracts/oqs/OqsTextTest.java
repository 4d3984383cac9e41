package jp.shikaku.contracts.oqs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OqsTextTest {

    @ParameterizedTest
    @CsvSource({
        "髙﨑①Ⅲ㈱,髙﨑①Ⅲ㈱",
        "𠮷田,●田",
        "剝,●",
        "葛\uDB40\uDD00飾,葛飾",
        "一〜二−三‖四—五,一～二－三∥四―五",
        "¢£¥¬,￠￡￥￢",
        "😀é,●●",
    })
    void whatShiftJisLacksIsTheSameCharacterInItsWritingOrABlackCircle(String text, String written) {
        assertThat(new OqsText(OqsCharset.SHIFT_JIS).of(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"𠮷田,𠮷田", "一〜二,一〜二", "葛\uDB40\uDD00,葛\uDB40\uDD00"})
    void utf8LacksNothing(String text, String written) {
        assertThat(new OqsText(OqsCharset.UTF_8).of(text)).isEqualTo(written);
    }
}
