package jp.shikaku.kit.file;

/**
 * One record as it stands in the file.
 *
 * @param bytes without the line end; only the first of them when the record is too long
 */
public record RawRecord(Position at, byte[] bytes, Shape shape) {

    public enum Shape {
        WHOLE,
        /** A quotation mark is not closed, or something follows a closed one. The bytes are those of one line. */
        QUOTES_WRONG,
        TOO_LONG
    }
}
