package jp.shikaku.registration.importing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.kit.database.RowsInsert;
import jp.shikaku.kit.secret.ByteSeal;
import jp.shikaku.registration.importing.file.RowFault;
import jp.shikaku.registration.individual.FileSecrets;
import jp.shikaku.registration.individual.NumberMask;

/** The table of rows that were refused. */
@ApplicationScoped
class RefusalStore {

    private record Refusal(UUID importId, long line, boolean refused, byte[] content) {}

    private static final RowsInsert<Refusal> INSERT = RowsInsert.<Refusal>into("enrolment_import_refusal")
            .uuid("import_id", Refusal::importId)
            .bigint("line", Refusal::line)
            .bool("refused", Refusal::refused)
            .bytes("content", Refusal::content)
            .build();

    private static final String PAGE =
            """
            select line, refused, content from enrolment_import_refusal
            where import_id = $1 and line > $2 order by line limit $3""";

    private static final String PURGE =
            """
            delete from enrolment_import_refusal r using enrolment_import i
            where r.import_id = i.id and i.ended_at < $1""";

    private final Pool pool;
    private final ByteSeal seal;

    RefusalStore(Pool pool, FileSecrets secrets) {
        this.pool = pool;
        this.seal = secrets.seal();
    }

    Uni<Void> add(SqlConnection transaction, UUID importId, List<StoredRefusal> rows) {
        return INSERT.execute(
                transaction, rows.stream().map(row -> sealed(importId, row)).toList());
    }

    /** Up to {@code limit} rows behind {@code afterLine}, in the order of the file. */
    Uni<List<StoredRefusal>> page(UUID importId, long afterLine, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(importId, afterLine, limit))
                .map(rows -> rows.stream().map(row -> opened(importId, row)).toList());
    }

    /** Deletes the rows of what ended before {@code limit}. */
    Uni<Void> purge(Instant limit) {
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(limit.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Refusal sealed(UUID importId, StoredRefusal row) {
        List<RowFault> faults = row.faults().stream()
                .map(fault -> RowFault.ofCode(NumberMask.mask(fault.pointer()), fault.code()))
                .toList();
        byte[] content = new RefusedContent(faults, NumberMask.mask(row.original())).toBytes();
        return new Refusal(importId, row.line(), row.refused(), seal.close(content, place(importId, row.line())));
    }

    private StoredRefusal opened(UUID importId, Row row) {
        long line = row.getLong("line");
        RefusedContent content =
                RefusedContent.of(seal.open(row.getBuffer("content").getBytes(), place(importId, line)));
        return new StoredRefusal(line, row.getBoolean("refused"), content.faults(), content.original());
    }

    private static String place(UUID importId, long line) {
        return "import-refusal/" + importId + "/" + line;
    }
}
