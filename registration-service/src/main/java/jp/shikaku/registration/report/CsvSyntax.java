package jp.shikaku.registration.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.kit.file.CsvFields;

/** Rows of CSV (RFC 4180). Values may be written as people write them; see {@link ReportColumn#read}. */
final class CsvSyntax implements FileRows.Syntax {

    private final List<ReportColumn> columns;

    private CsvSyntax(List<ReportColumn> columns) {
        this.columns = columns;
    }

    /**
     * @param first the first record; empty when there is none that can be read
     * @throws ProblemException {@code report-file-columns-invalid}, naming columns by their place and never by what
     *     stands there: a file without titles has a person in its first line
     */
    static CsvSyntax withTitles(Optional<String> first) {
        List<String> titles = first.map(CsvFields::of).orElse(List.of(""));
        List<InvalidField> invalid = new ArrayList<>();
        List<ReportColumn> columns = new ArrayList<>();
        Set<ReportColumn> found = EnumSet.noneOf(ReportColumn.class);
        for (String title : titles) {
            Optional<ReportColumn> column = ReportColumn.titled(title);
            columns.add(column.orElse(null));
            String place = "column:" + columns.size();
            if (column.isEmpty()) {
                invalid.add(new InvalidField(place, ValueFault.COLUMN_UNKNOWN));
            } else if (!found.add(column.get())) {
                invalid.add(new InvalidField(place, ValueFault.COLUMN_TWICE));
            }
        }
        if (!invalid.isEmpty()) {
            throw new ProblemException(ProblemType.REPORT_FILE_COLUMNS_INVALID, invalid);
        }
        return new CsvSyntax(columns);
    }

    @Override
    public FileRow row(long line, String text) {
        List<String> values = CsvFields.of(text);
        if (values.size() != columns.size()) {
            return FileRow.unreadable(line, text, ValueFault.ROW_COLUMN_COUNT);
        }
        List<InvalidField> faults = new ArrayList<>(0);
        List<InvalidField> notes = new ArrayList<>(0);
        Map<ReportColumn, String> read = new EnumMap<>(ReportColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            String value = values.get(i).strip();
            if (!value.isEmpty()) {
                read(columns.get(i), value, read, faults, notes);
            }
        }
        return new FileRow(line, text, request(read), faults, notes);
    }

    private static void read(
            ReportColumn column,
            String value,
            Map<ReportColumn, String> read,
            List<InvalidField> faults,
            List<InvalidField> notes) {
        String pointer = "/" + column.field();
        try {
            read.put(column, column.read(value, note -> notes.add(new InvalidField(pointer, note))));
        } catch (InvalidValueException e) {
            faults.add(new InvalidField(pointer, e.fault()));
        }
    }

    private static ReportRequest request(Map<ReportColumn, String> values) {
        return new ReportRequest(
                values.get(ReportColumn.INSURER_NUMBER),
                values.get(ReportColumn.INDIVIDUAL_NUMBER),
                values.get(ReportColumn.NAME),
                values.get(ReportColumn.NAME_KANA),
                values.get(ReportColumn.BIRTH_DATE),
                values.get(ReportColumn.SEX),
                values.get(ReportColumn.ADDRESS),
                values.get(ReportColumn.ACQUIRED),
                values.get(ReportColumn.KIND),
                values.get(ReportColumn.LOST),
                values.get(ReportColumn.LOSS_REASON),
                values.get(ReportColumn.RELATIONSHIP),
                values.get(ReportColumn.INSURED_INDIVIDUAL_NUMBER),
                values.get(ReportColumn.INSURED_NAME),
                values.get(ReportColumn.REFERENCE));
    }
}
