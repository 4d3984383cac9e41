package jp.shikaku.kit.file;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.Dashes;
import jp.shikaku.contracts.text.WireDate;

/**
 * Dates as people and older systems write them: 2026-04-01, 2026/4/1, 2026年4月1日, 20260401, 令和8年4月1日, 令和元年5月1日,
 * R8.4.1, R080401 and 5-080401 (元号コード), in full or half width, also with the midnight that spreadsheets add. An era
 * is taken at its word: a day outside it is refused, but for 平成31年5月 to 12月.
 */
public final class WrittenDate {

    private static final String ERA = "(明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr])";
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=[0-9日])[ T]+0?0:00(:00)?$");
    private static final Pattern FIRST_YEAR = Pattern.compile("(?<=^" + ERA + ")元");
    private static final Pattern SEPARATED = Pattern.compile(ERA + "?([0-9]{1,4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern UNSEPARATED =
            Pattern.compile("(?:" + ERA + "|([1-5])-)([0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private WrittenDate() {}

    /**
     * The date as {@code yyyy-MM-dd}.
     *
     * @param notes is told {@link ValueFault#DATE_ERA_ENDED} when 平成31年 was read as 令和元年
     * @throws InvalidValueException {@link ValueFault#DATE_NOT_READABLE}, {@link ValueFault#DATE_DOES_NOT_EXIST},
     *     {@link ValueFault#DATE_OUTSIDE_ERA}
     */
    public static String toIso(String text, Consumer<ValueFault> notes) {
        if (ISO.matcher(text).matches()) {
            return WireDate.parse(text).toString();
        }
        String folded = folded(text);
        Matcher eight = EIGHT_DIGITS.matcher(folded);
        if (eight.matches()) {
            return date(eight.group(1), eight.group(2), eight.group(3)).toString();
        }
        Matcher separated = SEPARATED.matcher(folded);
        if (separated.matches()) {
            return separated(separated, notes).toString();
        }
        Matcher unseparated = UNSEPARATED.matcher(folded);
        if (unseparated.matches()) {
            String sign = Optional.ofNullable(unseparated.group(1)).orElseGet(() -> unseparated.group(2));
            return ofEra(sign, unseparated.group(3), unseparated.group(4), unseparated.group(5), notes)
                    .toString();
        }
        throw new InvalidValueException(ValueFault.DATE_NOT_READABLE);
    }

    /** As {@link #toIso}; left as it was typed where it cannot be read, for whoever reads it next to refuse. */
    public static String isoOrAsTyped(String typed) {
        if (typed == null || typed.isBlank()) {
            return typed;
        }
        try {
            return toIso(typed, fault -> {});
        } catch (InvalidValueException e) {
            return typed;
        }
    }

    private static LocalDate separated(Matcher parts, Consumer<ValueFault> notes) {
        String sign = parts.group(1);
        String year = parts.group(2);
        if (sign != null && year.length() <= 2) {
            return ofEra(sign, year, parts.group(3), parts.group(4), notes);
        }
        if (sign == null && year.length() == 4) {
            return date(year, parts.group(3), parts.group(4));
        }
        throw new InvalidValueException(ValueFault.DATE_NOT_READABLE);
    }

    private static LocalDate ofEra(String sign, String year, String month, String day, Consumer<ValueFault> notes) {
        Era era = Era.of(sign);
        int yearOfEra = Integer.parseInt(year);
        if (yearOfEra == 0) {
            throw new InvalidValueException(ValueFault.DATE_DOES_NOT_EXIST);
        }
        LocalDate date = date(Integer.toString(era.commonYear(yearOfEra)), month, day);
        if (era.ranOnTo(date)) {
            notes.accept(ValueFault.DATE_ERA_ENDED);
        } else if (!era.contains(date)) {
            throw new InvalidValueException(ValueFault.DATE_OUTSIDE_ERA);
        }
        return date;
    }

    private static LocalDate date(String year, String month, String day) {
        return WireDate.parse(year + "-" + twoDigits(month) + "-" + twoDigits(day));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Half width, one separator, no spaces, 元 as a number. */
    private static String folded(String text) {
        // NFKC also takes ㋿ apart.
        String narrow = MIDNIGHT.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceAll("");
        StringBuilder folded = new StringBuilder(narrow.length());
        narrow.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '日')
                .map(c -> c == '年' || c == '月' || c == '/' || c == '.' || Dashes.isDash(c) ? '-' : c)
                .forEach(folded::appendCodePoint);
        return FIRST_YEAR.matcher(folded).replaceFirst("1");
    }
}
