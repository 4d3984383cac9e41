package jp.shikaku.contracts.oqs;

import java.nio.charset.CharsetEncoder;

/**
 * Texts as a document of one encoding can hold them. What the encoding has no character for becomes ●, one for each
 * character, as the real system writes 外字; what has another writing in it, such as the wave dash, becomes that.
 */
final class OqsText {

    private static final char UNMAPPED = '●';
    private static final int VARIATION_FIRST = 0xFE00;
    private static final int VARIATION_LAST = 0xFE0F;
    private static final int IDEOGRAPHIC_VARIATION_FIRST = 0xE0100;
    private static final int IDEOGRAPHIC_VARIATION_LAST = 0xE01EF;

    private final boolean unicode;
    private final CharsetEncoder encoder;

    OqsText(OqsCharset charset) {
        this.unicode = charset == OqsCharset.UTF_8;
        this.encoder = charset.charset().newEncoder();
    }

    String of(String text) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(written, codePoint));
        return written.toString();
    }

    private void append(StringBuilder written, int codePoint) {
        if (!isXml(codePoint)) {
            return;
        }
        if (unicode) {
            written.appendCodePoint(codePoint);
            return;
        }
        if (isVariation(codePoint)) {
            return; // 葛󠄀 is 葛 where variants cannot be told apart
        }
        int other = otherWriting(codePoint);
        String character = Character.toString(other);
        written.append(encoder.canEncode(character) ? character : String.valueOf(UNMAPPED));
    }

    /** The characters that Shift_JIS and windows-31j decode the same bytes into, differently. */
    private static int otherWriting(int codePoint) {
        return switch (codePoint) {
            case 0x301C -> 0xFF5E;
            case 0x2212 -> 0xFF0D;
            case 0x2016 -> 0x2225;
            case 0x2014 -> 0x2015;
            case 0x00A2 -> 0xFFE0;
            case 0x00A3 -> 0xFFE1;
            case 0x00A5 -> 0xFFE5;
            case 0x00AC -> 0xFFE2;
            default -> codePoint;
        };
    }

    private static boolean isVariation(int codePoint) {
        return codePoint >= VARIATION_FIRST && codePoint <= VARIATION_LAST
                || codePoint >= IDEOGRAPHIC_VARIATION_FIRST && codePoint <= IDEOGRAPHIC_VARIATION_LAST;
    }

    /** Char of XML 1.0: others cannot even be written as references. */
    private static boolean isXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }
}
