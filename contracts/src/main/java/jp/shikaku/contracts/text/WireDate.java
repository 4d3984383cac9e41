package jp.shikaku.contracts.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * A date as it crosses a border of this system: {@code yyyy-MM-dd} of the Gregorian calendar and nothing else. Era
 * dates (和暦) are for the screens and files that people fill in; on the wire they would make 平成31年5月 and 令和元年5月
 * two spellings of one day.
 */
public final class WireDate {

    private static final Pattern ISO_SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private WireDate() {}

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#DATE_NOT_ISO} for any
     *     other shape, {@link ValueFault#DATE_DOES_NOT_EXIST} for a day such as 2026-02-30
     */
    public static LocalDate parse(String text) {
        if (text == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        if (!ISO_SHAPE.matcher(text).matches()) {
            throw new InvalidValueException(ValueFault.DATE_NOT_ISO);
        }
        try {
            // ISO_LOCAL_DATE resolves strictly: the 30th of February is not moved to the 28th.
            return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(ValueFault.DATE_DOES_NOT_EXIST);
        }
    }
}
