package jp.shikaku.registration.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes individual numbers out of a row that is kept to be shown (R5): of every run of eleven digits or more, in either
 * width and with dashes or spaces between, the last four stay, by which a notice tells a person's number too.
 */
final class NumberMask {

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９](?:[-－ 　]?[0-9０-９]){10,}");
    private static final int STAY = 4;

    private NumberMask() {}

    static String mask(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(masked(found.group())));
    }

    private static String masked(String number) {
        StringBuilder masked = new StringBuilder(number);
        int digits = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            if (Character.isDigit(number.charAt(i)) && ++digits > STAY) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }
}
