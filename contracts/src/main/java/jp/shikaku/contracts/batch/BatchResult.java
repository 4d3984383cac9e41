package jp.shikaku.contracts.batch;

import java.util.List;

/** The result of a batch, row by row in the order in which they were sent. */
public record BatchResult(List<BatchRow> rows) {

    public BatchResult {
        rows = List.copyOf(rows);
    }
}
