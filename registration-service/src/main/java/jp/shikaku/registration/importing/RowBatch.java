package jp.shikaku.registration.importing;

import java.util.ArrayList;
import java.util.List;

import jp.shikaku.kit.file.Position;
import jp.shikaku.registration.importing.file.Row;

/**
 * Rows that stand one after the other in a file.
 *
 * @param before where the first begins
 */
record RowBatch(Position before, List<Placed> rows) {

    /** @param after where the next one begins */
    record Placed(Row row, Position after) {}

    /** Where to go on. */
    Position after() {
        return rows.isEmpty() ? before : rows.get(rows.size() - 1).after();
    }

    /** Each row by itself. */
    List<RowBatch> single() {
        List<RowBatch> singles = new ArrayList<>(rows.size());
        Position position = before;
        for (Placed placed : rows) {
            singles.add(new RowBatch(position, List.of(placed)));
            position = placed.after();
        }
        return singles;
    }
}
