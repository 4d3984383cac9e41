package jp.shikaku.registration.importing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.importing.ImportState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.file.Position;
import jp.shikaku.registration.importing.file.Column;
import jp.shikaku.registration.importing.file.FileForm;

/** What both who send files and who take them in read of the table of files. */
final class ImportRow {

    static final String COLUMNS =
            """
            id, insurer_number, entered_by, state, format, charset, columns, bytes, next_offset, next_line,
            accepted, unchanged, held, refused, noted, rows_per_second, received_at, started_at, ended_at, failures""";

    private ImportRow() {}

    static StoredImport read(Row row) {
        List<Optional<Column>> columns = Arrays.stream(row.getArrayOfStrings("columns"))
                .map(Column::ofField)
                .toList();
        FileForm form = new FileForm(
                FileFormat.valueOf(row.getString("format")),
                FileCharset.valueOf(row.getString("charset")),
                columns,
                new Position(row.getLong("next_offset"), row.getLong("next_line")));
        RowCounts counts = new RowCounts(
                row.getLong("accepted"),
                row.getLong("unchanged"),
                row.getLong("held"),
                row.getLong("refused"),
                row.getLong("noted"));
        return new StoredImport(
                row.getUUID("id"),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("entered_by"),
                ImportState.valueOf(row.getString("state")),
                form,
                row.getLong("bytes"),
                counts,
                row.getDouble("rows_per_second"),
                instant(row, "received_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInteger("failures"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
