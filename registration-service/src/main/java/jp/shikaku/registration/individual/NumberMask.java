package jp.shikaku.registration.individual;

import jp.shikaku.contracts.text.Dashes;

/**
 * Takes individual numbers out of a row that is kept to be shown (R5): of every run of eleven digits or more, however
 * they are grouped, the last four stay, by which a notice tells a person's number too. One digit more or fewer than
 * twelve is the number with a slip; more is taken for a number rather than let one through.
 */
public final class NumberMask {

    private static final int LONG = 11;
    private static final int STAY = 4;

    /** As in {@code 1234 - 5678 - 9018}. */
    private static final int MOST_BETWEEN = 3;

    private NumberMask() {}

    /** @param numbers what stands where numbers belong, hidden alike whatever it looks like; may be {@code null} */
    public static String mask(String text, String... numbers) {
        String masked = text;
        for (String number : numbers) {
            if (number != null && number.length() > STAY) {
                int hidden = number.length() - STAY;
                masked = masked.replace(number, "*".repeat(hidden) + number.substring(hidden));
            }
        }
        return mask(masked);
    }

    public static String mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (Character.isDigit(text.charAt(i))) {
                int end = endOfRun(text, i, quoted);
                hide(masked, i, end);
                i = end - 1;
            }
        }
        return masked.toString();
    }

    private static int endOfRun(String text, int from, boolean quoted) {
        int end = from + 1;
        int next = afterSeparators(text, end, quoted);
        while (next < text.length() && Character.isDigit(text.charAt(next))) {
            end = next + 1;
            next = afterSeparators(text, end, quoted);
        }
        return end;
    }

    private static int afterSeparators(String text, int from, boolean quoted) {
        int next = from;
        while (next < text.length() && next - from < MOST_BETWEEN && isSeparator(text.charAt(next), quoted)) {
            next++;
        }
        return next;
    }

    /** Outside quotes a comma begins another value. */
    private static boolean isSeparator(char c, boolean quoted) {
        return Dashes.isDash(c)
                || Character.isSpaceChar(c)
                || "./_・．／".indexOf(c) >= 0
                || quoted && (c == ',' || c == '，');
    }

    private static void hide(StringBuilder masked, int from, int end) {
        if (masked.substring(from, end).chars().filter(Character::isDigit).count() < LONG) {
            return;
        }
        int digits = 0;
        for (int i = end - 1; i >= from; i--) {
            if (Character.isDigit(masked.charAt(i)) && ++digits > STAY) {
                masked.setCharAt(i, '*');
            }
        }
    }
}
