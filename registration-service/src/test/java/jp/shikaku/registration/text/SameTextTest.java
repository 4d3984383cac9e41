package jp.shikaku.registration.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
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
        "佐々木蔵之介, 佐佐木藏之介",
        "みすゞ, みすず",
        "𣘺本脇太, 橋本𦚰太",
        "JOSÉ MUÑOZ, Jose Munoz",
        "O’BRIEN J. PAUL, OBRIEN J PAUL",
        "〓橋花子, 髙橋花子",
        "𠮷●茂, ●田茂",
        "\uE000橋花子, 高橋花子",
    })
    void writesOneNameInTwoWays(String one, String other) {
        assertThat(SameText.name(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"高橋花子, 高橋華子", "高橋花子, 高橋花", "高橋花子, 高●花", "佐藤一郎, 佐藤二郎", "さくら, サクラ", "伊東, 伊藤", "庄司, 荘司", "大阪, 大坂", "●●, 高"
    })
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
        "ミヲ, ミオ",
        "オーノ ユーコ, オオノ ユウコ",
        "コージ, コウジ",
        "コージ, コオジ",
        "ケーコ, ケイコ",
        "シヅエ, シズエ",
        "みすゞ, ミスズ",
        "ﾋﾟｱｼﾞｪ, ピアジエ",
        "タ●ハシ, タカハシ"
    })
    void writesOneKanaNameInTwoWays(String one, String other) {
        assertThat(SameText.nameKana(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ハナコ, バナコ", "サトウ, サト", "オオノ, オノ", "カナ, カナコ", "ユウキ, ユキ", "ハナエ, ハナイ", "ウエノ, イエノ"})
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
        "東京都渋谷区代々木1-2-3, 東京都澁谷区代代木１丁目２番３号",
        "東京都千代田区霞が関一－二－三, 東京都千代田区霞が関1-2-3",
        "東京都千代田区霞が関1丁目 2番 3号, 東京都千代田区霞が関1-2-3",
        "東京都千代田区霞が関1－2－3　市川ハイツ101, 東京都千代田区霞が関1-2-3",
        "長野県松本市大字島内字町1234　市川ハイツ, 長野県松本市島内町1234番地",
        "香川県高松市四番丁9番1号, 高松市4番丁9-1",
        "北海道札幌市中央区北 3 条西 6 丁目 1, 札幌市中央区北三条西六丁目1番地",
        "岩手県九戸郡洋野町種市第二十三地割27番地, 岩手県九戸郡洋野町種市第23地割27",
        "大阪府堺市堺区南瓦町3番1号, 堺市堺区南瓦町３の１",
        "●島県福山市東桜町3-5, 広島県福山市東桜町3番5号",
        "東京都港区ﾍﾞｲﾋﾞｭｰ町1-2-3, 東京都港区ベイビュー町1-2-3",
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
        "東京都港区三田1-4-1, 東京都港区二田1-4-1",
        "香川県高松市四番丁9番1号, 香川県高松市四番丁8番2号",
        "長野県松本市島内1234  5, 長野県松本市島内12345",
        "東京都千代田区霞が関一－二－三, 東京都千代田区霞が関1-2-4",
        "東京都港区三田一丁目4番1号, 東京都港区三田二丁目4番1号"
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

    @Property(tries = 5000)
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
    void spacesInANameAreNoDifference(@ForAll("names") String name, @ForAll @IntRange(max = 8) int at) {
        int cut = Math.min(at, name.length());

        assertThat(SameText.name(name, name.substring(0, cut) + "　" + name.substring(cut)))
                .isTrue();
    }

    @Property
    void anyOneCharacterMayHaveBeenUnmapped(@ForAll("names") String name, @ForAll @IntRange(max = 7) int at) {
        int cut = Math.min(at, name.length() - 1);

        assertThat(SameText.name(name, name.substring(0, cut) + "●" + name.substring(cut + 1)))
                .isTrue();
    }

    @Property
    void aMissingCharacterIsADifference(@ForAll("names") String name) {
        assertThat(SameText.name(name + "子", name)).isFalse();
    }

    @Property
    void variantCharactersAreNoDifference(@ForAll("variants") String group, @ForAll @IntRange(max = 9) int which) {
        int[] variants = group.codePoints().toArray();
        String one = Character.toString(variants[0]);
        String other = Character.toString(variants[which % variants.length]);

        assertThat(SameText.name(one + "田", other + "田")).isTrue();
        assertThat(SameText.address("東京都港区" + one + "1-2-3", "東京都港区" + other + "1-2-3"))
                .isTrue();
    }

    @Property
    void glyphSelectorsAreNoDifference(@ForAll("names") String name, @ForAll @IntRange(max = 239) int selector) {
        String chosen = name + Character.toString(0xE0100 + selector);

        assertThat(SameText.name(chosen, name)).isTrue();
    }

    @Property
    void theWidthOfKanaIsNoDifference(@ForAll("halfWidthKana") String kana) {
        String fullWidth = Normalizer.normalize(kana, Normalizer.Form.NFKC);

        assertThat(SameText.nameKana(kana, fullWidth)).isTrue();
        assertThat(SameText.address("東京都港区" + kana + "1-2-3", "東京都港区" + fullWidth + "１－２－３"))
                .isTrue();
    }

    @Property
    void anotherNumberIsAnotherHome(
            @ForAll @IntRange(min = 1, max = 9999) int one, @ForAll @IntRange(min = 1, max = 9999) int other) {
        String place = "東京都千代田区霞が関1-2-";

        assertThat(SameText.address(place + one, place + other)).isEqualTo(one == other);
    }

    @Property
    void anotherDigitIsAnotherHomeHoweverItIsWritten(
            @ForAll("blocks") List<Integer> block,
            @ForAll @IntRange(max = 2) int changed,
            @ForAll("writings") String writing) {
        List<Integer> other = new ArrayList<>(block);
        other.set(changed, block.get(changed) + 1);

        assertThat(SameText.address(dashed(block), written(writing, block))).isTrue();
        assertThat(SameText.address(dashed(block), written(writing, other))).isFalse();
    }

    private static String dashed(List<Integer> block) {
        return written("%d-%d-%d", block);
    }

    private static String written(String writing, List<Integer> block) {
        return "東京都千代田区霞が関" + writing.formatted(block.toArray());
    }

    @Provide
    Arbitrary<List<Integer>> blocks() {
        return Arbitraries.integers().between(1, 999).list().ofSize(3);
    }

    @Provide
    Arbitrary<String> writings() {
        return Arbitraries.of(
                "%d丁目%d番%d号",
                "%d丁目%d番地%d",
                "%d丁目%d番地の%d",
                "%d−%d－%d",
                " %d - %d - %d",
                "%d丁目 %d番 %d号",
                "%d丁目%d番%d号　メゾン%1$d",
                "%dの%dの%d");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('一', '龠').ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> variants() {
        return Arbitraries.of(VariantCharacters.groups());
    }

    @Provide
    Arbitrary<String> halfWidthKana() {
        return Arbitraries.strings()
                .withCharRange('\uFF66', '\uFF9F')
                .ofMinLength(1)
                .ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ABc１2３-－−ー‐一二十丁目番地号の条町 　・●髙高﨑邉辺ぁあアァｱｧﾞ゛ガか\u3099\u309B\uDB40\uDD00ヰヱßéE\u0301々ゝゞヾウオイッヂヅ字大'.")
                .withCharRange('\u3041', '\u30FF')
                .withCharRange('\uFF61', '\uFF9F')
                .ofMaxLength(12);
    }
}
