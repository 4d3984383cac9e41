package jp.shikaku.eligibility.batch.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.file.Position;
import jp.shikaku.kit.file.RecordDecoder;
import jp.shikaku.kit.file.RecordSplitter;

/** The rows of one file, read while it arrives. For one thread. */
public final class SentRows {

    /** How much of a file is looked at to guess its encoding. */
    private static final int HEAD = 1024 * 1024;

    private final FileCharset charset;
    private final Source source;

    private SentRows(FileCharset charset, Source source) {
        this.charset = charset;
        this.source = source;
    }

    /** Where rows come from. */
    interface Source {

        Optional<SentRow> next() throws IOException;
    }

    /**
     * @param declaredCharset the charset parameter of {@code Content-Type}; {@code null} when there is none
     * @param ignoresOthers whether unknown columns of CSV are passed over
     * @throws jp.shikaku.contracts.problem.ProblemException {@code file-charset-unsupported},
     *     {@code batch-columns-invalid}
     */
    public static SentRows of(BatchFormat format, String declaredCharset, boolean ignoresOthers, InputStream body)
            throws IOException {
        if (format == BatchFormat.JSON) {
            return new SentRows(FileCharset.UTF_8, new JsonRows(body));
        }
        byte[] head = body.readNBytes(HEAD);
        FileCharset charset = FileCharset.of(declaredCharset, head);
        InputStream file = new SequenceInputStream(new ByteArrayInputStream(head), body);
        boolean isCsv = format == BatchFormat.CSV;
        RecordSplitter records = new RecordSplitter(file, Position.START, isCsv ? FileFormat.CSV : FileFormat.NDJSON);
        RecordDecoder decoder = new RecordDecoder(charset);
        RecordRows.Syntax syntax =
                isCsv ? CsvSyntax.withTitles(records.next(), decoder, ignoresOthers) : new NdjsonSyntax();
        return new SentRows(charset, new RecordRows(records, decoder, syntax));
    }

    /** In which the file is read. */
    public FileCharset charset() {
        return charset;
    }

    /** The next row; empty at the end of the file. Blank rows are passed over. */
    public Optional<SentRow> next() throws IOException {
        return source.next();
    }
}
