package jp.shikaku.registration.deadline;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.file.CsvWriter;
import jp.shikaku.kit.file.FileCharset;

/** Periods as lines of a CSV file. For one thread. */
final class DeadlineCsv {

    static final String MEDIA_TYPE = "text/csv";

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

    private final CsvWriter writer;

    DeadlineCsv(FileCharset charset) {
        this.writer = new CsvWriter(charset);
    }

    /** With what the file begins: its headings. */
    byte[] beginning(Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.beginning());
        out.writeBytes(
                writer.line(HEADINGS.stream().map(heading -> heading.in(locale)).toArray()));
        return out.toByteArray();
    }

    byte[] lines(List<Deadline> deadlines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        deadlines.forEach(deadline -> out.writeBytes(line(deadline)));
        return out.toByteArray();
    }

    private byte[] line(Deadline deadline) {
        return writer.line(
                deadline.reportId(),
                deadline.kind(),
                deadline.reportState(),
                deadline.clock(),
                deadline.state(),
                deadline.employerNumber(),
                deadline.insurerNumber(),
                deadline.reference(),
                deadline.since(),
                deadline.dueOn(),
                deadline.daysLeft(),
                deadline.doneAt(),
                deadline.heldSince());
    }
}
