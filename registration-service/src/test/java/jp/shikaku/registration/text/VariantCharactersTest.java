package jp.shikaku.registration.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VariantCharactersTest {

    @Test
    void whatIsKeptIsNoVariantOfAnother() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> VariantCharacters.kept(VariantCharacters.kept(codePoint))
                                != VariantCharacters.kept(codePoint)))
                .isEmpty();
    }

    @Test
    void listsNothingThatUnicodeFoldsAlready() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> VariantCharacters.kept(codePoint) != codePoint)
                        .filter(codePoint ->
                                !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC)))
                .isEmpty();
    }

    @Test
    void noCharacterIsInTwoGroups() {
        assertThat(Arrays.stream(VariantCharacters.groups())
                        .flatMapToInt(String::codePoints)
                        .boxed())
                .doesNotHaveDuplicates();
    }

    /** What the folding of addresses looks for is written as it is kept. */
    @Test
    void theWordsOfAnAddressAreKept() {
        assertThat("都道府県市区町村郡条線番丁目号地割字東京北海大阪〇一二三四五六七八九十百千".codePoints())
                .allMatch(codePoint -> VariantCharacters.kept(codePoint) == codePoint);
    }
}
