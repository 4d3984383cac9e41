package jp.shikaku.eligibility.batch.file;

/** How questions are written, and answers. */
public enum BatchFormat {
    /** One object with a list. */
    JSON,
    /** One JSON object a line. */
    NDJSON,
    /** RFC 4180 with a header. */
    CSV
}
