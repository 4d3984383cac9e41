package jp.shikaku.registration.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What holds of every name and address, not of examples. */
class SameTextPropertiesTest {

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
    void smallKanaAreNoDifference(@ForAll("kanaNames") String kana) {
        String large = kana.chars()
                .mapToObj(c -> String.valueOf("ァィゥェォッャュョヮ".indexOf(c) < 0 ? (char) c : (char) (c + 1)))
                .collect(Collectors.joining());

        assertThat(SameText.nameKana(kana, large)).isTrue();
    }

    @Property
    void howALongVowelIsWrittenIsNoDifference(
            @ForAll("kanaNames") String kana, @ForAll("dashes") String one, @ForAll("dashes") String other) {
        assertThat(SameText.nameKana(kana + one, kana + other)).isTrue();
        assertThat(SameText.nameKana(kana + one + "ン", kana + other + "ン")).isTrue();
    }

    @Property
    void anotherSyllableIsAnotherName(@ForAll("kanaNames") String kana) {
        assertThat(SameText.nameKana(kana + "ナ", kana + "ノ")).isFalse();
        assertThat(SameText.nameKana(kana + "ハ", kana + "バ")).isFalse();
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
    Arbitrary<String> kanaNames() {
        return Arbitraries.strings().withCharRange('ァ', 'ワ').ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> dashes() {
        return Arbitraries.of("ー", "－", "-", "‐", "−", "―", "ｰ");
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
