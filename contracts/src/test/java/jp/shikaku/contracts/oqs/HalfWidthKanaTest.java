package jp.shikaku.contracts.oqs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HalfWidthKanaTest {

    @ParameterizedTest
    @CsvSource({
        "ミホン　ハナコ,ﾐﾎﾝ ﾊﾅｺ",
        "ガギグゲゴ パピプペポ ヴ,ｶﾞｷﾞｸﾞｹﾞｺﾞ ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ ｳﾞ",
        "ショウイチ,ｼｮｳｲﾁ",
        "ひらがな,ﾋﾗｶﾞﾅ",
        "ミズーリ・ヲ,ﾐｽﾞｰﾘ･ｦ",
        "ヰヱヮヵヶ,ｲｴﾜｶｹ",
        "ﾐﾎﾝ ﾊﾅｺ,ﾐﾎﾝ ﾊﾅｺ",
        "ＳＭＩＴＨ　ジョン,SMITH ｼﾞｮﾝ",
        "「。、」,｢｡､｣",
        "漢字カナ,漢字ｶﾅ"
    })
    void nameIsWrittenInHalfWidth(String name, String halfWidth) {
        assertThat(HalfWidthKana.of(name)).isEqualTo(halfWidth);
    }
}
