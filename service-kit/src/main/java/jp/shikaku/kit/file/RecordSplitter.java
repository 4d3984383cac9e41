package jp.shikaku.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import jp.shikaku.kit.file.RawRecord.Shape;

/**
 * Finds where the records of a file begin and end, before anything is decoded. That can be done on bytes because in
 * UTF-8 and in windows-31j a quotation mark, a comma and a line end are never part of another character; so a broken
 * character cannot reach beyond its own record, and every record is known by its exact place in the file.
 *
 * <p>A record whose quotes are wrong is given out line by line, from its first line on: a quotation mark that was
 * forgotten costs its own line, not the rest of the file. Empty lines are passed over, and so is a byte order mark: files
 * that were joined to one bring theirs along.
 */
public final class RecordSplitter {

    /** Longer than any row that could be valid. */
    static final int MAX_RECORD = 64 * 1024;

    /** Of a line that is too long: enough to find it again. */
    private static final int KEPT_OF_TOO_LONG = 1024;

    /** No value of ours may have a line break at all; a value with more is a forgotten quotation mark. */
    private static final int MAX_LINE_BREAKS = 100;

    private static final int WRONG = -1;
    private static final int END = -1;
    /** In windows-31j no character begins like this. */
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private static final int LF = '\n';
    private static final int CR = '\r';

    private final InputStream in;
    private final boolean quotes;
    private final byte[] buffer = new byte[4 * MAX_RECORD];
    private int start;
    private int end;
    private boolean exhausted;
    private Position position;

    /** @param in the file from {@code position} on */
    public RecordSplitter(InputStream in, Position position, FileFormat format) {
        this.in = in;
        this.position = position;
        this.quotes = format == FileFormat.CSV;
    }

    /** Where the next record begins, or the empty lines before it. */
    public Position position() {
        return position;
    }

    /** Empty at the end of the file. */
    public Optional<RawRecord> next() throws IOException {
        while (at(0) != END && (endsLine(at(0)) || isByteOrderMark())) {
            if (endsLine(at(0))) {
                advance(lineEnd(0), 1);
            } else {
                advance(BYTE_ORDER_MARK.length, 0);
            }
        }
        if (at(0) == END) {
            return Optional.empty();
        }
        int length = recordLength();
        if (length != WRONG && length < MAX_RECORD) {
            return Optional.of(take(length, Shape.WHOLE));
        }
        int line = lineLength();
        return Optional.of(line < MAX_RECORD ? take(line, Shape.QUOTES_WRONG) : takeBeginning());
    }

    /** Bytes of the record that begins here, or {@link #WRONG}. */
    private int recordLength() throws IOException {
        if (!quotes) {
            return lineLength();
        }
        boolean fieldBegins = true;
        int i = 0;
        while (i < MAX_RECORD) {
            int b = at(i);
            if (b == '"' && fieldBegins) {
                i = afterQuoted(i + 1);
                if (i == WRONG || at(i) != ',' && !endsLine(at(i))) {
                    return WRONG;
                }
                fieldBegins = false;
            } else if (endsLine(b)) {
                return i;
            } else {
                fieldBegins = b == ',';
                i++;
            }
        }
        return i;
    }

    /** The place after the mark that closes a value, or {@link #WRONG}. */
    private int afterQuoted(int from) throws IOException {
        int lineBreaks = 0;
        for (int i = from; i < MAX_RECORD; i++) {
            int b = at(i);
            if (b == END || b == LF && ++lineBreaks > MAX_LINE_BREAKS) {
                return WRONG;
            }
            if (b == '"') {
                if (at(i + 1) != '"') {
                    return i + 1;
                }
                i++;
            }
        }
        return WRONG;
    }

    private int lineLength() throws IOException {
        int i = 0;
        while (i < MAX_RECORD && !endsLine(at(i))) {
            i++;
        }
        return i;
    }

    private RawRecord take(int length, Shape shape) throws IOException {
        RawRecord taken = new RawRecord(position, Arrays.copyOfRange(buffer, start, start + length), shape);
        int lines = lineBreaks(taken.bytes());
        int lineEnd = lineEnd(length);
        advance(length + lineEnd, lines + (lineEnd == 0 ? 0 : 1));
        return taken;
    }

    private RawRecord takeBeginning() throws IOException {
        RawRecord taken =
                new RawRecord(position, Arrays.copyOfRange(buffer, start, start + KEPT_OF_TOO_LONG), Shape.TOO_LONG);
        int length = lineLength();
        while (length == MAX_RECORD) {
            advance(length, 0);
            length = lineLength();
        }
        int lineEnd = lineEnd(length);
        advance(length + lineEnd, lineEnd == 0 ? 0 : 1);
        return taken;
    }

    private static int lineBreaks(byte[] bytes) {
        int breaks = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean followedByLf = i + 1 < bytes.length && bytes[i + 1] == LF;
            if (bytes[i] == LF || bytes[i] == CR && !followedByLf) {
                breaks++;
            }
        }
        return breaks;
    }

    /** Bytes of the line end at {@code i}: 2 for CR LF, 1 for either alone, 0 at the end of the file. */
    private int lineEnd(int i) throws IOException {
        return switch (at(i)) {
            case CR -> at(i + 1) == LF ? 2 : 1;
            case LF -> 1;
            default -> 0;
        };
    }

    private boolean isByteOrderMark() throws IOException {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (at(i) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsLine(int b) {
        return b == LF || b == CR || b == END;
    }

    private void advance(int bytes, int lines) {
        start += bytes;
        position = new Position(position.offset() + bytes, position.line() + lines);
    }

    /** The byte {@code i} places from here, 0 to 255, or {@link #END}. */
    private int at(int i) throws IOException {
        while (start + i >= end) {
            if (exhausted) {
                return END;
            }
            fill();
        }
        return buffer[start + i] & 0xFF;
    }

    private void fill() throws IOException {
        if (end == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            exhausted = true;
        } else {
            end += read;
        }
    }
}
