package jp.shikaku.registration.importing.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectReader;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.Position;
import jp.shikaku.kit.file.RawRecord;
import jp.shikaku.kit.file.RecordDecoder;
import jp.shikaku.kit.file.RecordSplitter;

/** Reads a file row by row, from its first or from any later one. For one thread. */
public final class RowReader {

    private final RecordSplitter splitter;
    private final RecordDecoder decoder;
    private final RowSyntax syntax;

    /** How the text of one record becomes a row. */
    interface RowSyntax {

        Optional<Row> row(long line, String text);
    }

    /**
     * @param in the file from {@code from} on
     * @param from {@link FileForm#firstRow()}, or a {@link #position()} reached before
     * @param insurer whose file it is
     * @param json reads an {@code EnrolmentRequest}, and refuses what the API refuses
     */
    public RowReader(InputStream in, FileForm form, Position from, InsurerNumber insurer, ObjectReader json) {
        this.splitter = new RecordSplitter(in, from, form.format());
        this.decoder = new RecordDecoder(form.charset());
        this.syntax = switch (form.format()) {
            case CSV -> new CsvRows(form.columns(), insurer);
            case NDJSON -> new NdjsonRows(json);
        };
    }

    /** The next row; empty at the end of the file. Blank rows are passed over. */
    public Optional<Row> next() throws IOException {
        Optional<RawRecord> record = splitter.next();
        while (record.isPresent()) {
            Optional<Row> row = row(record.get());
            if (row.isPresent()) {
                return row;
            }
            record = splitter.next();
        }
        return Optional.empty();
    }

    /** After the last row that was given out. */
    public Position position() {
        return splitter.position();
    }

    private Optional<Row> row(RawRecord record) {
        return switch (record.shape()) {
            case QUOTES_WRONG -> unreadable(record, ValueFault.ROW_QUOTES);
            case TOO_LONG -> unreadable(record, ValueFault.ROW_TOO_LONG);
            case WHOLE -> {
                Optional<String> text = decoder.decode(record.bytes());
                yield text.isEmpty()
                        ? unreadable(record, ValueFault.ROW_UNDECODABLE)
                        : syntax.row(record.at().line(), text.get());
            }
        };
    }

    private Optional<Row> unreadable(RawRecord record, ValueFault fault) {
        return Optional.of(Row.Unreadable.because(fault, record.at().line(), decoder.shown(record.bytes())));
    }
}
