package jp.shikaku.registration.importing.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Finds out which column of a file is which. Refuses the file when one is missing, unknown or there twice, and names
 * those it cannot place by number, never by what stands there: a file without a header has a person in its first line.
 */
final class Header {

    private final Map<ColumnTitle, Column> chosen;
    private final boolean ignoresOthers;
    private final List<InvalidField> invalid = new ArrayList<>();
    private final Set<Column> found = EnumSet.noneOf(Column.class);

    private Header(ColumnChoice choice) {
        this.chosen = new HashMap<>();
        choice.titles().forEach((column, title) -> chosen.put(ColumnTitle.of(title), column));
        this.ignoresOthers = choice.ignoresOthers();
    }

    /**
     * The columns by position; empty where there is nothing to read.
     *
     * @throws ProblemException {@code file-columns-invalid}, with all that is wrong
     */
    static List<Optional<Column>> columns(List<String> titles, ColumnChoice choice) {
        Header header = new Header(choice);
        List<Optional<Column>> columns = new ArrayList<>(titles.size());
        for (int i = 0; i < titles.size(); i++) {
            columns.add(header.column(ColumnTitle.of(titles.get(i)), i + 1));
        }
        header.refuseMissing();
        if (!header.invalid.isEmpty()) {
            throw new ProblemException(ProblemType.FILE_COLUMNS_INVALID, header.invalid);
        }
        return columns;
    }

    private Optional<Column> column(ColumnTitle title, int number) {
        Optional<Column> column = Optional.ofNullable(chosen.get(title))
                .or(() -> title.column().filter(known -> !chosen.containsValue(known)));
        if (column.isEmpty()) {
            if (!ignoresOthers && !title.isBlank()) {
                refuse(number, ValueFault.COLUMN_UNKNOWN);
            }
        } else if (!found.add(column.get())) {
            refuse(number, ValueFault.COLUMN_TWICE);
        }
        return column;
    }

    private void refuse(int number, ValueFault fault) {
        invalid.add(new InvalidField("column:" + number, fault));
    }

    private void refuseMissing() {
        for (Column column : Column.values()) {
            if (!found.contains(column) && (column.isRequired() || chosen.containsValue(column))) {
                invalid.add(new InvalidField("column:" + column.field(), ValueFault.COLUMN_MISSING));
            }
        }
    }
}
