package jp.shikaku.registration.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.CsvFields;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.file.Position;
import jp.shikaku.kit.file.RawRecord;
import jp.shikaku.kit.file.RawRecord.Shape;
import jp.shikaku.kit.file.RecordDecoder;
import jp.shikaku.kit.file.RecordSplitter;

/** The rows of a file of reports, so many at a time. */
final class FileRows {

    /** How a record is read. */
    interface Syntax {

        /** @param text not blank */
        FileRow row(long line, String text);
    }

    private final RecordSplitter records;
    private final RecordDecoder decoder;
    private final Syntax syntax;

    /**
     * @param declaredCharset the charset of {@code Content-Type}; {@code null} when there is none
     * @param json reads what the API reads
     * @throws jp.shikaku.contracts.problem.ProblemException {@code file-charset-unsupported},
     *     {@code report-file-columns-invalid}
     */
    FileRows(FileFormat format, String declaredCharset, ObjectMapper json, byte[] file) {
        this.records = new RecordSplitter(new ByteArrayInputStream(file), Position.START, format);
        this.decoder = new RecordDecoder(FileCharset.of(declaredCharset, file));
        this.syntax = switch (format) {
            case CSV ->
                CsvSyntax.withTitles(nextRecord()
                        .filter(titles -> titles.shape() == Shape.WHOLE)
                        .flatMap(titles -> decoder.decode(titles.bytes())));
            case NDJSON -> new NdjsonSyntax(json);
        };
    }

    /** The next rows, at most {@code limit}; empty at the end. */
    List<FileRow> next(int limit) {
        List<FileRow> rows = new ArrayList<>();
        Optional<RawRecord> record = nextRecord();
        while (record.isPresent()) {
            record.flatMap(this::row).ifPresent(rows::add);
            record = rows.size() < limit ? nextRecord() : Optional.empty();
        }
        return rows;
    }

    private Optional<RawRecord> nextRecord() {
        try {
            return records.next();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private Optional<FileRow> row(RawRecord record) {
        return switch (record.shape()) {
            case QUOTES_WRONG -> Optional.of(unreadable(record, ValueFault.ROW_QUOTES));
            case TOO_LONG -> Optional.of(unreadable(record, ValueFault.ROW_TOO_LONG));
            case WHOLE -> {
                Optional<String> text = decoder.decode(record.bytes());
                yield text.isEmpty()
                        ? Optional.of(unreadable(record, ValueFault.ROW_UNDECODABLE))
                        : text.filter(whole -> !CsvFields.areBlank(whole))
                                .map(whole -> syntax.row(record.at().line(), whole));
            }
        };
    }

    private FileRow unreadable(RawRecord record, ValueFault fault) {
        return FileRow.unreadable(record.at().line(), decoder.shown(record.bytes()), fault);
    }
}
