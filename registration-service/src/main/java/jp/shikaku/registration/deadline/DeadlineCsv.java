package jp.shikaku.registration.deadline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * Periods as lines of a CSV file that spreadsheets open as it is meant: with a byte order mark where it is UTF-8, every
 * text in quotes, none that would be taken for a formula. For one thread.
 */
final class DeadlineCsv {

    static final String MEDIA_TYPE = "text/csv";

    /** How a spreadsheet that is asked for nothing reads its files. */
    enum Encoding {
        UTF_8("utf-8", StandardCharsets.UTF_8),
        WINDOWS_31J("windows-31j", Charset.forName("windows-31j"));

        private final String label;
        private final Charset charset;

        Encoding(String label, Charset charset) {
            this.label = label;
            this.charset = charset;
        }

        String label() {
            return label;
        }
    }

    private static final List<LocalizedText> HEADINGS = List.of(
            new LocalizedText("届書", "Report"),
            new LocalizedText("種別", "Kind"),
            new LocalizedText("届書の状態", "State of the report"),
            new LocalizedText("期限の種類", "Clock"),
            new LocalizedText("期限の状態", "State"),
            new LocalizedText("事業所の法人番号", "Employer"),
            new LocalizedText("保険者番号", "Insurer"),
            new LocalizedText("整理番号", "Reference"),
            new LocalizedText("起点の日", "Since"),
            new LocalizedText("期限", "Due on"),
            new LocalizedText("残り日数", "Days left"),
            new LocalizedText("完了日時", "Done at"),
            new LocalizedText("確認中(開始日時)", "In doubt since"));

    private static final String FORMULA_BEGINNINGS = "=+-@＝＋－＠\t\r\n";

    private final Encoding encoding;
    private final CharsetEncoder encoder;

    DeadlineCsv(Encoding encoding) {
        this.encoding = encoding;
        this.encoder = encoding.charset.newEncoder();
    }

    /** With what the file begins: its headings. */
    byte[] beginning(Locale locale) {
        String mark = encoding == Encoding.UTF_8 ? "\uFEFF" : "";
        return encode(mark + line(HEADINGS.stream().map(heading -> text(heading.in(locale)))));
    }

    byte[] lines(List<Deadline> deadlines) {
        return encode(deadlines.stream().map(DeadlineCsv::line).collect(Collectors.joining()));
    }

    private static String line(Deadline deadline) {
        return line(Stream.of(
                text(deadline.reportId()),
                text(deadline.kind()),
                text(deadline.reportState()),
                text(deadline.clock()),
                text(deadline.state()),
                text(deadline.employerNumber()),
                text(deadline.insurerNumber()),
                text(deadline.reference()),
                text(deadline.since()),
                text(deadline.dueOn()),
                deadline.daysLeft() == null ? "" : Integer.toString(deadline.daysLeft()),
                text(deadline.doneAt()),
                text(deadline.heldSince())));
    }

    private static String line(Stream<String> fields) {
        return fields.collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(Object value) {
        if (value == null) {
            return "\"\"";
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** What the encoding lacks is written as its code point in braces: a question mark would say nothing. */
    private byte[] encode(String text) {
        if (encoder.canEncode(text)) {
            return text.getBytes(encoding.charset);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            String written = encoder.canEncode(character) ? character : "\\u{%X}".formatted(c);
            bytes.writeBytes(written.getBytes(encoding.charset));
        });
        return bytes.toByteArray();
    }
}
