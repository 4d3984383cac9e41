package jp.shikaku.registration.text;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * A name as it is compared, never as it is shown: without what differs between two writings of one name (width, spaces,
 * middle dots, dashes, case, variant characters, small kana). Folding what is folded changes nothing.
 */
final class FoldedName {

    private FoldedName() {}

    /** 漢字氏名. */
    static String ofKanji(String name) {
        return fold(name, codePoint -> Kana.large(VariantCharacters.kept(codePoint)));
    }

    /** カナ氏名: hiragana count as katakana. */
    static String ofKana(String name) {
        return fold(name, codePoint -> Kana.modern(Kana.large(Kana.katakana(codePoint))));
    }

    private static String fold(String name, IntUnaryOperator letter) {
        StringBuilder kept = new StringBuilder(name.length());
        WritingStyle.unified(WritingStyle.unified(name).toUpperCase(Locale.ROOT))
                .codePoints()
                .filter(codePoint -> !WritingStyle.isSpace(codePoint) && !WritingStyle.isMiddleDot(codePoint))
                .map(WritingStyle::withOneDash)
                .map(letter)
                .forEach(kept::appendCodePoint);
        // Once more: a mark behind what was left out may now join the letter before it (か, space, ゛).
        return WritingStyle.unified(kept);
    }
}
