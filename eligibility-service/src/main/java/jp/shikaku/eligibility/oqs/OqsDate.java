package jp.shikaku.eligibility.oqs;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.shikaku.contracts.text.WireDate;

/** A day as these documents write it: {@code yyyyMMdd}. */
final class OqsDate {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private static final String NO_DAY = "?";

    private OqsDate() {}

    /** @throws jp.shikaku.contracts.problem.InvalidValueException when {@code text} is no day, or written otherwise */
    static LocalDate parse(String text) {
        return WireDate.parse(iso(text));
    }

    /** The same day as {@code yyyy-MM-dd}. What is written otherwise, even so, is no date afterwards. */
    static String iso(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher day = SHAPE.matcher(text.strip());
        return day.matches() ? day.group(1) + "-" + day.group(2) + "-" + day.group(3) : NO_DAY;
    }
}
