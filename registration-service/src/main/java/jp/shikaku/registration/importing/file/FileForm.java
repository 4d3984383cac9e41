package jp.shikaku.registration.importing.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.CsvFields;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.file.Position;
import jp.shikaku.kit.file.RawRecord;
import jp.shikaku.kit.file.RawRecord.Shape;
import jp.shikaku.kit.file.RecordDecoder;
import jp.shikaku.kit.file.RecordSplitter;

/**
 * All that has to be known of a file to read on from anywhere in it.
 *
 * @param columns of a CSV file, by position; empty where there is nothing to read
 * @param firstRow where the rows begin, after byte order mark and header
 */
public record FileForm(FileFormat format, FileCharset charset, List<Optional<Column>> columns, Position firstRow) {

    /** How much of a file has to be seen to tell its form. */
    public static final int HEAD = 1024 * 1024;

    public FileForm {
        columns = List.copyOf(columns);
    }

    /**
     * @param declaredCharset the charset parameter of {@code Content-Type}; {@code null} when there is none
     * @param head the first {@link #HEAD} bytes, or the whole file
     * @throws ProblemException {@code file-charset-unsupported}, {@code file-columns-invalid}
     */
    public static FileForm of(FileFormat format, String declaredCharset, ColumnChoice choice, byte[] head) {
        FileCharset charset = FileCharset.of(declaredCharset, head);
        Position start = new Position(FileCharset.byteOrderMark(head), 1);
        if (format == FileFormat.NDJSON) {
            return new FileForm(format, charset, List.of(), start);
        }
        ByteArrayInputStream in =
                new ByteArrayInputStream(head, (int) start.offset(), head.length - (int) start.offset());
        RecordSplitter splitter = new RecordSplitter(in, start, format);
        List<Optional<Column>> columns = Header.columns(titles(splitter, charset), choice);
        return new FileForm(format, charset, columns, splitter.position());
    }

    private static List<String> titles(RecordSplitter splitter, FileCharset charset) {
        RawRecord header;
        try {
            header = splitter.next().orElseGet(() -> new RawRecord(Position.START, new byte[0], Shape.WHOLE));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
        String text = new RecordDecoder(charset)
                .decode(header.bytes())
                .orElseThrow(() -> unreadable(ValueFault.ROW_UNDECODABLE));
        return switch (header.shape()) {
            case WHOLE -> CsvFields.of(text);
            case QUOTES_WRONG -> throw unreadable(ValueFault.ROW_QUOTES);
            case TOO_LONG -> throw unreadable(ValueFault.ROW_TOO_LONG);
        };
    }

    private static ProblemException unreadable(ValueFault fault) {
        return new ProblemException(ProblemType.FILE_COLUMNS_INVALID, List.of(new InvalidField("line:1", fault)));
    }
}
