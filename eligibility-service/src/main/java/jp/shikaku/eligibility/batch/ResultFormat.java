package jp.shikaku.eligibility.batch;

import java.util.List;

import jp.shikaku.contracts.batch.BatchRow;

/** How a result is written, piece by piece. For one thread at a time. */
interface ResultFormat {

    /** Whether what is sent at once gets a line end from whoever sends it. */
    boolean isJson();

    /** To be written into {@code Content-Type}. */
    String mediaType();

    /** With what file names of it end. */
    String extension();

    byte[] beginning();

    /** @param isFirst whether nothing was written since {@link #beginning()} */
    byte[] rows(List<BatchRow> rows, boolean isFirst);

    byte[] end();
}
