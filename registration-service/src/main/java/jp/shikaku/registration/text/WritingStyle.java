package jp.shikaku.registration.text;

import java.text.Normalizer;

import jp.shikaku.contracts.text.Dashes;

/** What the comparisons of names and addresses have in common: one width, one dash, nothing that cannot be seen. */
final class WritingStyle {

    static final int DASH = '-';

    private WritingStyle() {}

    /** NFKC without variation selectors (IVS): they choose a glyph, not a character. */
    static String unified(CharSequence text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(codePoint -> !isInvisible(codePoint)).forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    static boolean isMiddleDot(int codePoint) {
        return switch (codePoint) {
            case 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB -> true;
            default -> false;
        };
    }

    /** Every dash and long-vowel mark as one, everything else as it is. */
    static int withOneDash(int codePoint) {
        return Dashes.isDash(codePoint) ? DASH : codePoint;
    }

    private static boolean isInvisible(int codePoint) {
        boolean variationSelector =
                codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
        return variationSelector || Character.getType(codePoint) == Character.FORMAT && !Dashes.isDash(codePoint);
    }
}
