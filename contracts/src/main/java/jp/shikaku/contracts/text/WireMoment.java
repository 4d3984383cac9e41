package jp.shikaku.contracts.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * A moment as it crosses a border of this system: ISO 8601 with four digits for the year and with its offset, for example
 * {@code 2026-04-01T09:30:00+09:00}.
 */
public final class WireMoment {

    private static final Pattern ISO_SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Z-]{6,30}");

    private WireMoment() {}

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#MOMENT_NOT_ISO} for any
     *     other writing
     */
    public static Instant parse(String text) {
        if (text == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        if (!ISO_SHAPE.matcher(text).matches()) {
            throw new InvalidValueException(ValueFault.MOMENT_NOT_ISO);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(ValueFault.MOMENT_NOT_ISO);
        }
    }
}
