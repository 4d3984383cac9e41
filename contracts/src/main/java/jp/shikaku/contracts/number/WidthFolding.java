package jp.shikaku.contracts.number;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.Dashes;

/**
 * What a Japanese keyboard makes of a number: full-width digits, letters and spaces, and a dozen dashes. Narrower than
 * NFKC on purpose: ① and ² are not digits of a number.
 */
final class WidthFolding {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private WidthFolding() {}

    /**
     * The text in half width, with every dash as {@code -} and without spaces around it.
     *
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null
     */
    static String fold(String text) {
        if (text == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString().strip();
    }

    private static char fold(char c) {
        if (Dashes.isDash(c)) {
            return '-';
        }
        if (c == IDEOGRAPHIC_SPACE) {
            return ' ';
        }
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? (char) (c - FULL_WIDTH_OFFSET) : c;
    }
}
