package jp.shikaku.registration.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class SameTextTest {

    @ParameterizedTest
    @CsvSource({
        "髙橋 花子, 高橋花子",
        "渡邊　太郎, 渡辺太郎",
        "渡邉太郎, 渡邊太郎",
        "齋藤一, 斉藤一",
        "濵﨑あゆみ, 浜崎あゆみ",
        "𠮷田茂, 吉田茂",
        "神谷葵, 神谷葵",
        "葛󠄀城優, 葛城優",
        "●橋花子, 髙橋花子",
        "高●花子, 高橋花子",
        "●●花子, 高橋花子",
        "ＳＭＩＴＨ　Ｊｏｈｎ, Smith JOHN",
        "マリー・キュリー, マリ－キュリー",
    })
    void writesOneNameInTwoWays(String one, String other) {
        assertThat(SameText.name(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"高橋花子, 高橋華子", "高橋花子, 高橋花", "高橋花子, 高●花", "佐藤一郎, 佐藤二郎", "さくら, サクラ", "伊東, 伊藤"})
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(SameText.name(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ショウイチ, ｼﾖｳｲﾁ",
        "ショウイチ, しょういち",
        "ガッコウ, ｶﾞﾂｺｳ",
        "オーノ, オ－ノ",
        "オーノ, オ-ノ",
        "サトウ　ハナコ, サトウハナコ",
        "マリア・テレジア, マリアテレジア",
        "ヱツコ, エツコ",
        "ミヲ, ミオ"
    })
    void writesOneKanaNameInTwoWays(String one, String other) {
        assertThat(SameText.nameKana(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ハナコ, バナコ", "サトウ, サト", "オオノ, オノ", "カナ, カナコ"})
    void keepsDifferentKanaNamesApart(String one, String other) {
        assertThat(SameText.nameKana(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "東京都千代田区霞が関1丁目2番3号, 東京都千代田区霞が関一丁目２－３",
        "東京都千代田区霞が関1-2-3, 東京都千代田区霞ヶ関１丁目２番３号",
        "東京都千代田区霞が関1-2-3, 東京都千代田区霞が関1-2-3 中央合同ビル5号館",
        "東京都千代田区霞が関1-2-3 101号, 東京都千代田区霞が関1-2-3-101",
        "東京都千代田区霞が関 1-2-3, 千代田区霞が関1-2-3",
        "大阪府大阪市北区梅田三丁目1番3号, 大阪市北区梅田3-1-3",
        "長野県松本市大字島内1234番地5, 長野県松本市島内1234-5",
        "長野県松本市島内千二百三十四番地の5, 長野県松本市島内１２３４番地５",
        "北海道札幌市中央区北三条西六丁目, 北海道札幌市中央区北3条西6",
        "千葉県鎌ケ谷市新鎌ヶ谷2-6-1, 千葉県鎌ヶ谷市新鎌ケ谷2丁目6番1号",
        "東京都千代田区一番町25番地, 東京都千代田区一番町25",
        "東京都港区三田1−4−1, 東京都港区三田１ー４ー１",
    })
    void writesOneAddressInTwoWays(String one, String other) {
        assertThat(SameText.address(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "東京都千代田区霞が関1-2-3, 東京都千代田区霞が関1-2-4",
        "東京都千代田区霞が関1-2-3, 東京都千代田区永田町1-2-3",
        "東京都府中市寿町1-2-3, 広島県府中市寿町1-2-3",
        "東京都千代田区霞が関1-2, 東京都千代田区霞が関1-2-3",
        "東京都千代田区霞が関1-23, 東京都千代田区霞が関12-3",
        "北海道札幌市中央区北3条西6丁目, 北海道札幌市中央区北3条西9丁目",
        "北海道札幌市中央区北3条西6丁目, 北海道札幌市中央区北3条東6丁目",
        "東京都港区三田1-4-1, 東京都港区二田1-4-1"
    })
    void keepsDifferentAddressesApart(String one, String other) {
        assertThat(SameText.address(one, other)).isFalse();
    }

    @Property
    void everyTextIsTheSameAsItself(@ForAll("texts") String text) {
        assertThat(SameText.name(text, text)).isTrue();
        assertThat(SameText.nameKana(text, text)).isTrue();
        assertThat(SameText.address(text, text)).isTrue();
    }

    @Property
    void theOrderOfTheTextsDoesNotMatter(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(SameText.name(one, other)).isEqualTo(SameText.name(other, one));
        assertThat(SameText.nameKana(one, other)).isEqualTo(SameText.nameKana(other, one));
        assertThat(SameText.address(one, other)).isEqualTo(SameText.address(other, one));
    }

    @Property(tries = 3000)
    void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
        String kanji = FoldedName.ofKanji(text);
        String kana = FoldedName.ofKana(text);

        assertThat(FoldedName.ofKanji(kanji)).isEqualTo(kanji);
        assertThat(FoldedName.ofKana(kana)).isEqualTo(kana);
    }

    @Property
    void noTextMakesTheComparisonFail(@ForAll @StringLength(max = 400) String one, @ForAll String other) {
        assertThatCode(() -> {
                    SameText.name(one, other);
                    SameText.nameKana(one, other);
                    SameText.address(one, other);
                })
                .doesNotThrowAnyException();
    }

    @Property
    void spacesInANameAreNoDifference(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = '一', to = '龠') String name,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 8) int at) {
        int cut = Math.min(at, name.length());

        assertThat(SameText.name(name, name.substring(0, cut) + "　" + name.substring(cut)))
                .isTrue();
    }

    @Property
    void anyOneCharacterMayHaveBeenUnmapped(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = '一', to = '龠') String name,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 7) int at) {
        int cut = Math.min(at, name.length() - 1);

        assertThat(SameText.name(name, name.substring(0, cut) + "●" + name.substring(cut + 1)))
                .isTrue();
    }

    @Property
    void anotherNumberIsAnotherHome(
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 9999) int one,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 9999) int other) {
        String place = "東京都千代田区霞が関1-2-";

        assertThat(SameText.address(place + one, place + other)).isEqualTo(one == other);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ABc１2３-－−ー‐一二十丁目番地号の条町 　・●髙高﨑邉辺ぁあアァｱｧﾞ゛ガか\u3099\u309B\uDB40\uDD00ヰヱß")
                .withCharRange('\u3041', '\u30FF')
                .withCharRange('\uFF61', '\uFF9F')
                .ofMaxLength(12);
    }
}
