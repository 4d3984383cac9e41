package jp.shikaku.kit.file;

/** How the rows of a file are written. */
public enum FileFormat {
    /** RFC 4180 with a header. */
    CSV,
    /** One JSON object a line. */
    NDJSON
}
