package jp.shikaku.inquiry.hotline.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Lines of an iCalendar file (RFC 5545 §3.1): CRLF at their ends, folded at 75 octets of UTF-8 between characters, texts
 * escaped. Libraries fold at 75 characters, which is three times too much in Japanese.
 */
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder();

    /** A line whose value needs no escaping. */
    CalendarText line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A line with a text in words. */
    CalendarText words(String name, String words) {
        return line(
                name,
                words.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    /** A line with a moment, in UTC. */
    CalendarText moment(String name, Instant moment) {
        return line(name, MOMENT.format(moment));
    }

    /** A line with a day, whatever zone the reader is in. */
    CalendarText day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                lines.append(LINE_END).append(' ');
                octets = 1; // the blank that says: goes on
            }
            lines.append(character);
            octets += length;
            i += character.length();
        }
        lines.append(LINE_END);
    }
}
