package jp.shikaku.eligibility.batch.file;

import java.io.IOException;
import java.util.Optional;

import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.RawRecord;
import jp.shikaku.kit.file.RecordDecoder;
import jp.shikaku.kit.file.RecordSplitter;

/** Rows of a file of records. */
final class RecordRows implements SentRows.Source {

    /** How the text of one record becomes a row. */
    interface Syntax {

        /** Empty for a blank row. */
        Optional<SentRow> row(int line, String text);
    }

    private final RecordSplitter records;
    private final RecordDecoder decoder;
    private final Syntax syntax;

    RecordRows(RecordSplitter records, RecordDecoder decoder, Syntax syntax) {
        this.records = records;
        this.decoder = decoder;
        this.syntax = syntax;
    }

    @Override
    public Optional<SentRow> next() throws IOException {
        Optional<RawRecord> record = records.next();
        while (record.isPresent()) {
            Optional<SentRow> row = row(record.get());
            if (row.isPresent()) {
                return row;
            }
            record = records.next();
        }
        return Optional.empty();
    }

    private Optional<SentRow> row(RawRecord record) {
        int line = Math.toIntExact(record.at().line());
        return switch (record.shape()) {
            case QUOTES_WRONG -> Optional.of(SentRow.unreadable(line, ValueFault.ROW_QUOTES));
            case TOO_LONG -> Optional.of(SentRow.unreadable(line, ValueFault.ROW_TOO_LONG));
            case WHOLE ->
                decoder.decode(record.bytes())
                        .map(text -> syntax.row(line, text))
                        .orElseGet(() -> Optional.of(SentRow.unreadable(line, ValueFault.ROW_UNDECODABLE)));
        };
    }
}
