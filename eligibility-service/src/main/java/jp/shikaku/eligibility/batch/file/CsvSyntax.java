package jp.shikaku.eligibility.batch.file;

import java.util.ArrayList;
import java.util.Arrays;
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
import jp.shikaku.kit.file.CsvFields;
import jp.shikaku.kit.file.RawRecord;
import jp.shikaku.kit.file.RecordDecoder;

/** Rows of CSV. Dates may be written as people write them. */
final class CsvSyntax implements RecordRows.Syntax {

    private final List<Optional<QuestionColumn>> columns;

    private CsvSyntax(List<Optional<QuestionColumn>> columns) {
        this.columns = columns;
    }

    /**
     * @param header the first record
     * @throws ProblemException {@code batch-columns-invalid}, naming columns by their place and never by what stands
     *     there: a file without titles has a person in its first line
     */
    static CsvSyntax withTitles(Optional<RawRecord> header, RecordDecoder decoder, boolean ignoresOthers) {
        List<String> titles = header.filter(record -> record.shape() == RawRecord.Shape.WHOLE)
                .flatMap(record -> decoder.decode(record.bytes()))
                .map(CsvFields::of)
                .orElse(List.of());
        List<InvalidField> invalid = new ArrayList<>();
        List<Optional<QuestionColumn>> columns = new ArrayList<>(titles.size());
        Set<QuestionColumn> found = EnumSet.noneOf(QuestionColumn.class);
        for (String title : titles) {
            Optional<QuestionColumn> column = QuestionColumn.titled(title);
            columns.add(column);
            String place = "column:" + columns.size();
            if (column.isEmpty() && !ignoresOthers && !title.isBlank()) {
                invalid.add(new InvalidField(place, ValueFault.COLUMN_UNKNOWN));
            } else if (column.isPresent() && !found.add(column.get())) {
                invalid.add(new InvalidField(place, ValueFault.COLUMN_TWICE));
            }
        }
        boolean ofCertificates = found.contains(QuestionColumn.CERTIFICATE_SERIAL)
                && Arrays.stream(QuestionColumn.values()).noneMatch(it -> it.isRequired() && found.contains(it));
        for (QuestionColumn column : QuestionColumn.values()) {
            if (column.isRequired() && !ofCertificates && !found.contains(column)) {
                invalid.add(new InvalidField("column:" + column.field(), ValueFault.COLUMN_MISSING));
            }
        }
        if (!invalid.isEmpty()) {
            throw new ProblemException(ProblemType.BATCH_COLUMNS_INVALID, invalid);
        }
        return new CsvSyntax(columns);
    }

    @Override
    public Optional<SentRow> row(int line, String text) {
        if (CsvFields.areBlank(text)) {
            return Optional.empty();
        }
        List<String> fields = CsvFields.of(text);
        if (fields.size() != columns.size()) {
            return Optional.of(SentRow.unreadable(line, ValueFault.ROW_COLUMN_COUNT));
        }
        List<InvalidField> faults = new ArrayList<>(0);
        Map<QuestionColumn, String> values = new EnumMap<>(QuestionColumn.class);
        for (int i = 0; i < fields.size(); i++) {
            String value = CsvFields.plain(fields.get(i));
            if (columns.get(i).isPresent() && !value.isEmpty()) {
                read(columns.get(i).get(), value, values, faults);
            }
        }
        return Optional.of(new SentRow(line, QuestionColumn.question(values), faults));
    }

    private static void read(
            QuestionColumn column, String value, Map<QuestionColumn, String> values, List<InvalidField> faults) {
        try {
            values.put(column, column.read(value));
        } catch (InvalidValueException e) {
            faults.add(new InvalidField(column.pointer(), e.fault()));
        }
    }
}
