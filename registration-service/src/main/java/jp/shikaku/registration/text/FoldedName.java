package jp.shikaku.registration.text;

/**
 * A name as it is compared, never as it is shown: without what differs between two writings of one name (width, spaces,
 * punctuation, accents, dashes, case, variant characters, small kana, 々). Folding what is folded changes nothing.
 */
final class FoldedName {

    private FoldedName() {}

    /** 漢字氏名. */
    static String ofKanji(String name) {
        String letters = letters(name, false);
        return Repetition.isIn(letters) ? Repetition.spelledOut(letters) : letters;
    }

    /** カナ氏名: hiragana count as katakana; a long vowel is one, written ー, ウ or オ. */
    static String ofKana(String name) {
        String letters = letters(name, true);
        return LongVowel.folded(Repetition.isIn(letters) ? Repetition.spelledOut(letters) : letters);
    }

    private static String letters(String name, boolean kana) {
        String text = joined(WritingStyle.unifiedCapitals(name));
        StringBuilder letters = new StringBuilder(text.length());
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (!Accent.isMark(codePoint)) {
                letters.appendCodePoint(letter(codePoint, kana));
            }
        }
        // Once more: a mark behind a small kana may now join the large one.
        return WritingStyle.unified(letters);
    }

    private static int letter(int codePoint, boolean kana) {
        int letter = WritingStyle.withOneDash(Accent.without(codePoint));
        return kana ? Kana.large(Kana.katakana(letter)) : Kana.large(VariantCharacters.kept(letter));
    }

    /** Without spaces and punctuation; a mark behind what was left out joins the letter before it (か, space, ゛). */
    private static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (!WritingStyle.isSpace(codePoint) && !WritingStyle.isNamePunctuation(codePoint)) {
                joined.appendCodePoint(codePoint);
            }
        }
        return joined.length() == text.length() ? text : WritingStyle.unified(joined);
    }
}
