package jp.shikaku.contracts.card;

import java.text.Normalizer;

import jp.shikaku.contracts.text.Dashes;

/**
 * One writing for the symbol and the number of a card, however a clinic, an employer or an insurer typed them: NFKC
 * (full and half width become one), no spaces, no middle dots, one dash. Kanji, kana and the case of letters stay:
 * they tell cards apart.
 */
final class CardText {

    private static final int WAVE_DASH = 0x301C;

    private CardText() {}

    /** The folded text; null and blank become empty. Folding it again changes nothing. */
    static String fold(String text) {
        if (text == null) {
            return "";
        }
        if (isFolded(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        nfkc(text)
                .codePoints()
                .filter(codePoint -> !isLeftOut(codePoint))
                .map(CardText::unified)
                .forEach(kept::appendCodePoint);
        // Once more: a mark behind what was left out may now join the letter before it (か, space, ゛).
        return nfkc(kept);
    }

    /** Nearly every card has nothing but these, which folding leaves as they are: it would take most of a question's reading. */
    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!staysAsItIs(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** ASCII letters and digits, kanji, and kana that nothing joins: no mark, no middle dot, no long-vowel mark. */
    private static boolean staysAsItIs(char c) {
        return c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3041 && c <= 0x3096
                || c >= 0x30A1 && c <= 0x30FA;
    }

    private static String nfkc(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean isLeftOut(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || isMiddleDot(codePoint)
                || isInvisible(codePoint);
    }

    private static boolean isMiddleDot(int codePoint) {
        return switch (codePoint) {
            case 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB -> true;
            default -> false;
        };
    }

    /** Zero-width characters, byte order marks and direction marks; a soft hyphen is a dash that was meant. */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT && !Dashes.isDash(codePoint);
    }

    /** Shift_JIS and windows-31j decode one byte pair into either wave dash U+301C or full-width tilde U+FF5E. */
    private static int unified(int codePoint) {
        if (Dashes.isDash(codePoint)) {
            return '-';
        }
        return codePoint == WAVE_DASH ? '~' : codePoint;
    }
}
