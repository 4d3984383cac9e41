package jp.shikaku.inquiry.ticket;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.ticket.TicketSummary;
import jp.shikaku.inquiry.ticket.TicketExportStore.Line;
import jp.shikaku.kit.file.CsvWriter;
import jp.shikaku.kit.file.FileCharset;

/** Inquiries as lines of a CSV file. For one thread. */
final class TicketCsv {

    static final String MEDIA_TYPE = "text/csv";

    private static final List<LocalizedText> HEADINGS = List.of(
            new LocalizedText("受付番号", "Number"),
            new LocalizedText("受付方法", "Channel"),
            new LocalizedText("状態", "State"),
            new LocalizedText("話題", "Topic"),
            new LocalizedText("言語", "Language"),
            new LocalizedText("担当者", "Assignee"),
            new LocalizedText("受付日時", "Received at"),
            new LocalizedText("状態の開始日時", "In this state since"),
            new LocalizedText("回答期限", "Due at"),
            new LocalizedText("期限超過", "Overdue"),
            new LocalizedText("最初の回答日時", "Answered at"),
            new LocalizedText("定型の回答", "Canned answers"),
            new LocalizedText("内容", "Text"));

    private final CsvWriter writer;

    TicketCsv(FileCharset charset) {
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

    byte[] lines(List<Line> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(line -> out.writeBytes(line(line)));
        return out.toByteArray();
    }

    private byte[] line(Line line) {
        TicketSummary ticket = line.ticket();
        return writer.line(
                ticket.number(),
                ticket.channel(),
                ticket.state(),
                ticket.topic(),
                ticket.language().code(),
                ticket.assignee(),
                ticket.receivedAt(),
                ticket.stateSince(),
                ticket.dueAt(),
                ticket.overdue(),
                ticket.answeredAt(),
                line.canned(),
                line.text());
    }
}
