package jp.shikaku.registration.text;

import java.text.Normalizer;
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
}
