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
        StringBuilder kept = new StringBuilder(text.length());
        nfkc(text)
                .codePoints()
                .filter(codePoint -> !isLeftOut(codePoint))
                .map(CardText::unified)
                .forEach(kept::appendCodePoint);
        // Once more: a mark behind what was left out may now join the letter before it (か, space, ゛).
        return nfkc(kept);
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
