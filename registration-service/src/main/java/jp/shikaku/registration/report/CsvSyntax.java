package jp.shikaku.registration.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.registration.report.FileLines.Line;

/**
 * Rows of CSV (RFC 4180), each on a line of its own: no value of a report has a line break, so a quotation mark that is
 * left open ends with its line.
 */
final class CsvSyntax implements FileRows.Syntax {

    private final List<ReportColumn> columns;

    private CsvSyntax(List<ReportColumn> columns) {
        this.columns = columns;
    }

    /**
     * Reads the first line of {@code lines}.
     *
     * @throws ProblemException {@code report-file-columns-invalid}, naming columns by their place and never by what
     *     stands there: a file without titles has a person in its first line
     */
    static CsvSyntax withTitles(FileLines lines) {
        Optional<List<String>> titles = lines.hasNext()
                ? Optional.of(lines.next()).flatMap(Line::text).flatMap(CsvSyntax::values)
                : Optional.empty();
        List<InvalidField> invalid = new ArrayList<>();
        List<ReportColumn> columns = new ArrayList<>();
        Set<ReportColumn> found = EnumSet.noneOf(ReportColumn.class);
        for (String title : titles.orElse(List.of(""))) {
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
        Optional<List<String>> values = values(text);
        if (values.isEmpty()) {
            return FileRow.unreadable(line, text, ValueFault.ROW_QUOTES);
        }
        if (values.get().size() != columns.size()) {
            return FileRow.unreadable(line, text, ValueFault.ROW_COLUMN_COUNT);
        }
        Map<ReportColumn, String> read = new EnumMap<>(ReportColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            String value = values.get().get(i).strip();
            if (!value.isEmpty()) {
                read.put(columns.get(i), columns.get(i).read(value));
            }
        }
        return FileRow.read(line, text, request(read));
    }

    /** Empty when a quotation mark is not where it may be. */
    private static Optional<List<String>> values(String text) {
        List<String> values = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            StringBuilder value = new StringBuilder();
            int end = text.startsWith("\"", from) ? quoted(text, from + 1, value) : plain(text, from, value);
            if (end < 0 || end < text.length() && text.charAt(end) != ',') {
                return Optional.empty();
            }
            values.add(value.toString());
            from = end + 1;
        }
        return Optional.of(values);
    }

    /** Where the value ends; negative when it does not. */
    private static int quoted(String text, int from, StringBuilder value) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                value.append(text.charAt(i));
            } else if (text.startsWith("\"\"", i)) {
                value.append(text.charAt(i++));
            } else {
                return i + 1;
            }
        }
        return -1;
    }

    private static int plain(String text, int from, StringBuilder value) {
        int comma = text.indexOf(',', from);
        int end = comma < 0 ? text.length() : comma;
        value.append(text, from, end);
        return value.indexOf("\"") < 0 ? end : -1;
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
