package jp.shikaku.registration.text;

import java.text.Normalizer;
import java.util.Locale;

import jp.shikaku.contracts.text.Dashes;

/** What the comparisons of names and addresses have in common: one width, one case, one dash, nothing unseen. */
final class WritingStyle {

    static final char DASH = '-';

    private WritingStyle() {}

    /** {@link #unified} in capital letters; an ß becomes two letters, which are unified once more. */
    static String unifiedCapitals(String text) {
        String unified = unified(text);
        String capitals = unified.toUpperCase(Locale.ROOT);
        return capitals.equals(unified) ? unified : unified(capitals);
    }

    /** NFKC without variation selectors (IVS): they choose a glyph, not a character. */
    static String unified(CharSequence text) {
        CharSequence visible = withoutInvisible(text);
        return Normalizer.isNormalized(visible, Normalizer.Form.NFKC)
                ? visible.toString()
                : Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** What stands between the parts of a foreign name in one source and not in the other: ・, ', full stop, comma. */
    static boolean isNamePunctuation(int codePoint) {
        return switch (codePoint) {
            case 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB -> true;
            case '\'', '`', '.', ',', 0x2018, 0x2019, 0x3001, 0x3002 -> true;
            default -> false;
        };
    }

    /** Every dash and long-vowel mark as one, everything else as it is. */
    static int withOneDash(int codePoint) {
        return Dashes.isDash(codePoint) ? DASH : codePoint;
    }

    private static CharSequence withoutInvisible(CharSequence text) {
        StringBuilder visible = null;
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = Character.codePointAt(text, at);
            if (isInvisible(codePoint)) {
                visible = visible == null ? new StringBuilder(text.length()).append(text, 0, at) : visible;
            } else if (visible != null) {
                visible.appendCodePoint(codePoint);
            }
        }
        return visible == null ? text : visible;
    }

    private static boolean isInvisible(int codePoint) {
        boolean variationSelector =
                codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
        return variationSelector || Character.getType(codePoint) == Character.FORMAT && !Dashes.isDash(codePoint);
    }
}
