package jp.shikaku.registration.importing.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.CsvFields;

/** Rows of a CSV file. Values may be written as people write them; see {@link Form}. */
final class CsvRows implements RowReader.RowSyntax {

    private final List<Optional<Column>> columns;
    private final InsurerNumber insurer;

    CsvRows(List<Optional<Column>> columns, InsurerNumber insurer) {
        this.columns = columns;
        this.insurer = insurer;
    }

    @Override
    public Optional<Row> row(long line, String text) {
        if (CsvFields.areBlank(text)) {
            return Optional.empty();
        }
        List<String> fields = CsvFields.of(text);
        if (fields.size() != columns.size()) {
            return Optional.of(Row.Unreadable.because(ValueFault.ROW_COLUMN_COUNT, line, text));
        }
        List<InvalidField> faults = new ArrayList<>(0);
        List<InvalidField> notes = new ArrayList<>(0);
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (int i = 0; i < fields.size(); i++) {
            String value = CsvFields.plain(fields.get(i));
            if (columns.get(i).isPresent() && !value.isEmpty()) {
                read(columns.get(i).get(), value, values, faults, notes);
            }
        }
        refuseOtherInsurer(values, faults);
        return Optional.of(new Row.Read(line, text, request(values), faults, notes));
    }

    private static void read(
            Column column,
            String value,
            Map<Column, String> values,
            List<InvalidField> faults,
            List<InvalidField> notes) {
        try {
            values.put(column, column.form().read(value, note -> notes.add(new InvalidField(column.pointer(), note))));
        } catch (InvalidValueException e) {
            faults.add(new InvalidField(column.pointer(), e.fault()));
        }
    }

    private void refuseOtherInsurer(Map<Column, String> values, List<InvalidField> faults) {
        String number = values.get(Column.INSURER_NUMBER);
        if (number == null) {
            return;
        }
        try {
            if (!InsurerNumber.of(number).equals(insurer)) {
                faults.add(new InvalidField(Column.INSURER_NUMBER.pointer(), ValueFault.ROW_OF_ANOTHER_INSURER));
            }
        } catch (InvalidValueException e) {
            faults.add(new InvalidField(Column.INSURER_NUMBER.pointer(), e.fault()));
        }
    }

    private static EnrolmentRequest request(Map<Column, String> values) {
        return new EnrolmentRequest(
                values.get(Column.RECORD_KEY),
                values.get(Column.INDIVIDUAL_NUMBER),
                values.get(Column.SYMBOL),
                values.get(Column.NUMBER),
                values.get(Column.BRANCH),
                values.get(Column.CARD_CLASS),
                values.get(Column.CARD_ISSUED_ON),
                values.get(Column.CARD_VALID_FROM),
                values.get(Column.CARD_EXPIRES_ON),
                values.get(Column.NAME),
                values.get(Column.NAME_KANA),
                values.get(Column.NAME_OTHER),
                values.get(Column.NAME_OTHER_KANA),
                values.get(Column.BIRTH_DATE),
                values.get(Column.SEX),
                values.get(Column.SEX_ON_CARD),
                values.get(Column.POSTAL_CODE),
                values.get(Column.ADDRESS),
                values.get(Column.RELATION),
                values.get(Column.BURDEN_SHARE),
                values.get(Column.ACQUIRED),
                values.get(Column.LOST),
                values.get(Column.LOSS_REASON));
    }
}
