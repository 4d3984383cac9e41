package jp.shikaku.registration.deadline;

import java.util.List;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.file.CsvTable.Column;
import jp.shikaku.kit.file.FileCharset;

/** Periods as lines of a CSV file. */
final class DeadlineCsv {

    private static final List<Column<Deadline>> COLUMNS = List.of(
            Column.of("届書", "Report", Deadline::reportId),
            Column.of("種別", "Kind", Deadline::kind),
            Column.of("届書の状態", "State of the report", Deadline::reportState),
            Column.of("期限の種類", "Clock", Deadline::clock),
            Column.of("期限の状態", "State", Deadline::state),
            Column.of("事業所の法人番号", "Employer", Deadline::employerNumber),
            Column.of("保険者番号", "Insurer", Deadline::insurerNumber),
            Column.of("整理番号", "Reference", Deadline::reference),
            Column.of("起点の日", "Since", Deadline::since),
            Column.of("期限", "Due on", Deadline::dueOn),
            Column.of("残り日数", "Days left", Deadline::daysLeft),
            Column.of("完了日時", "Done at", Deadline::doneAt),
            Column.of("確認中(開始日時)", "In doubt since", Deadline::heldSince));

    private DeadlineCsv() {}

    static CsvTable<Deadline> in(FileCharset charset) {
        return new CsvTable<>(COLUMNS, charset);
    }
}
