package jp.shikaku.inquiry.faq.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SoundTest {

    @ParameterizedTest
    @CsvSource({
        "シカク, shikaku, sikaku",
        "ムコウ, mukou, mukō",
        "ホケンショウ, hokenshou, hokensho",
        "ショホウセン, shohousen, syohousen",
        "ジョウホウ, jouhou, zyoho",
        "チョウザイ, chouzai, tyozai",
        "フツウ, futsuu, hutuu",
        "ガッテン, gatten, gaten",
        "シンパイ, shinpai, shimpai",
        "カード, kaado, kado",
        "ティッシュ, tisshu, tissyu",
        "セイド, seido, sedo"
    })
    void kanaAndBothWaysOfRomanisingSoundAlike(String kana, String one, String other) {
        assertThat(Sound.ofKatakana(kana)).isEqualTo(Sound.ofRomaji(one)).isEqualTo(Sound.ofRomaji(other));
    }

    @Test
    void differentWordsDoNot() {
        assertThat(Sound.ofKatakana("ユウコウ")).isNotEqualTo(Sound.ofKatakana("ムコウ"));
        assertThat(Sound.ofRomaji("yuukou")).isEqualTo("yuko");
    }

    @Test
    void piecesAreEveryRunOfLettersOrTheWholeOfWhatIsShort() {
        assertThat(Sound.grams("mukote", 4)).containsExactly("muko", "ukot", "kote");
        assertThat(Sound.grams("muk", 4)).containsExactly("muk");
        assertThat(Sound.grams("", 4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "１０割, 10割",
        "十割, 10割",
        "二十歳, 20歳",
        "三回, 3回",
        "四桁, 4桁",
        "十三日, 13日",
        "ＰＩＮ, pin",
        "ｶｰﾄﾞ, カード",
        "三田さん, 三田さん",
        "カ-ド, カード"
    })
    void textIsFoldedToOneWriting(String written, String folded) {
        assertThat(AskedText.folded(written)).isEqualTo(folded);
    }
}
