package jp.shikaku.kit.file;

/**
 * Where a row begins.
 *
 * @param offset bytes from the start of the file
 * @param line counts from 1, line breaks within quotes included: the number that an editor shows
 */
public record Position(long offset, long line) {

    public static final Position START = new Position(0, 1);
}
