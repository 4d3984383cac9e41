package jp.shikaku.inquiry.ticket;

import java.util.List;

import jp.shikaku.inquiry.ticket.TicketExportStore.Line;
import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.file.CsvTable.Column;
import jp.shikaku.kit.file.FileCharset;

/** Inquiries as lines of a CSV file. */
final class TicketCsv {

    private static final List<Column<Line>> COLUMNS = List.of(
            Column.of("受付番号", "Number", line -> line.ticket().number()),
            Column.of("受付方法", "Channel", line -> line.ticket().channel()),
            Column.of("状態", "State", line -> line.ticket().state()),
            Column.of("話題", "Topic", line -> line.ticket().topic()),
            Column.of("言語", "Language", line -> line.ticket().language().code()),
            Column.of("担当者", "Assignee", line -> line.ticket().assignee()),
            Column.of("受付日時", "Received at", line -> line.ticket().receivedAt()),
            Column.of("状態の開始日時", "In this state since", line -> line.ticket().stateSince()),
            Column.of("回答期限", "Due at", line -> line.ticket().dueAt()),
            Column.of("期限超過", "Overdue", line -> line.ticket().overdue()),
            Column.of("最初の回答日時", "Answered at", line -> line.ticket().answeredAt()),
            Column.of("定型の回答", "Canned answers", Line::canned),
            Column.of("内容", "Text", Line::text));

    private TicketCsv() {}

    static CsvTable<Line> in(FileCharset charset) {
        return new CsvTable<>(COLUMNS, charset);
    }
}
