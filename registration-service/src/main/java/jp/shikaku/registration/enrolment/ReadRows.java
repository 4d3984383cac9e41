package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.Map;

/** Rows of a file that were read, and compared with the register as far as they could be read; not yet stored. */
public final class ReadRows {

    final int size;
    final Map<Integer, RowOutcome> refused;
    final List<Integer> positions;
    final List<Arrival> arrivals;

    /**
     * @param size how many rows there are
     * @param refused by position of the row
     * @param positions of the rows in {@code arrivals}
     */
    ReadRows(int size, Map<Integer, RowOutcome> refused, List<Integer> positions, List<Arrival> arrivals) {
        this.size = size;
        this.refused = refused;
        this.positions = positions;
        this.arrivals = arrivals;
    }
}
