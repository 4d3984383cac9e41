package jp.shikaku.registration.importing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.importing.file.Column;
import jp.shikaku.registration.importing.file.FileForm;

/** The table of files, for those who send and look at them. {@link WorkStore} is for those who take them in. */
@ApplicationScoped
class ImportStore {

    private static final String BEGIN =
            """
            insert into enrolment_import (
                id, insurer_number, entered_by, state, format, charset, columns, next_offset, next_line, received_at)
            values ($1, $2, $3, 'RECEIVING', $4, $5, $6, $7, $8, $9)""";

    /** Of two who send the same file at the same moment the second waits here, and finds what the first has sent. */
    private static final String LOCK_MARK = "select pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))";

    private static final String SAME_FILE =
            """
            select id from enrolment_import
            where insurer_number = $1 and content_mark = $2 and state not in ('RECEIVING', 'CANCELLED', 'FAILED')""";

    private static final String ARRIVED =
            "update enrolment_import set state = 'WAITING', content_mark = $2 where id = $1 and state = 'RECEIVING'";

    private static final String THROW_AWAY = "delete from enrolment_import where id = $1 and state = 'RECEIVING'";

    private static final String CANCEL =
            """
            update enrolment_import set state = 'CANCELLED', ended_at = $3, worker = null, leased_until = null
            where id = $1 and insurer_number = $2 and state in ('WAITING', 'RUNNING', 'WAITING_FOR_REGISTER')""";

    private static final String FIND = "select " + ImportRow.COLUMNS
            + " from enrolment_import where insurer_number = $1 and id = $2 and state <> 'RECEIVING'";

    private static final String PAGE = "select " + ImportRow.COLUMNS
            + """
             from enrolment_import
            where insurer_number = $1 and ($2::uuid is null or id > $2) and state <> 'RECEIVING'
            order by id limit $3""";

    private static final String LATEST = "select " + ImportRow.COLUMNS
            + """
             from enrolment_import
            where insurer_number = $1 and ($2::uuid is null or id < $2) and state <> 'RECEIVING'
            order by id desc limit $3""";

    private final Pool pool;
    private final ChunkStore chunks;
    private final Clock clock;

    ImportStore(Pool pool, ChunkStore chunks, Clock clock) {
        this.pool = pool;
        this.chunks = chunks;
        this.clock = clock;
    }

    /** A file begins to arrive. */
    Uni<Void> begin(UUID id, InsurerNumber insurer, String enteredBy, FileForm form) {
        String[] columns = form.columns().stream()
                .map(column -> column.map(Column::field).orElse(""))
                .toArray(String[]::new);
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        insurer.value(),
                        enteredBy,
                        form.format().name(),
                        form.charset().name(),
                        columns,
                        form.firstRow().offset(),
                        form.firstRow().line(),
                        now())))
                .replaceWithVoid();
    }

    /** The insurer's import of the same file, unless that was stopped; nobody else adds one until the transaction ends. */
    Uni<Optional<UUID>> sameFile(SqlConnection transaction, InsurerNumber insurer, byte[] mark) {
        Buffer bytes = Buffer.buffer(mark);
        return transaction
                .preparedQuery(LOCK_MARK)
                .execute(Tuple.of(bytes))
                .flatMap(locked -> transaction.preparedQuery(SAME_FILE).execute(Tuple.of(insurer.value(), bytes)))
                .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("id")));
    }

    /** The file has arrived as a whole and may be taken in. */
    Uni<Void> arrived(SqlConnection transaction, UUID id, byte[] mark) {
        return transaction
                .preparedQuery(ARRIVED)
                .execute(Tuple.of(id, Buffer.buffer(mark)))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw new IllegalStateException("the import was thrown away while its file arrived");
                    }
                })
                .replaceWithVoid();
    }

    /** What has arrived is not wanted. */
    Uni<Void> throwAway(UUID id) {
        return pool.preparedQuery(THROW_AWAY).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Whether it was stopped; not when it had ended before, or is not this insurer's. */
    Uni<Boolean> cancel(InsurerNumber insurer, UUID id) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(CANCEL)
                .execute(Tuple.of(id, insurer.value(), now()))
                .flatMap(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : chunks.delete(transaction, id).replaceWith(true)));
    }

    Uni<Optional<StoredImport>> find(InsurerNumber insurer, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(insurer.value(), id))
                .map(rows -> rows.stream().findFirst().map(ImportRow::read));
    }

    Uni<List<StoredImport>> list(InsurerNumber insurer, PageRequest page) {
        return part(PAGE, insurer, page);
    }

    /** The latest first: what a person looks for. */
    Uni<List<StoredImport>> latest(InsurerNumber insurer, PageRequest page) {
        return part(LATEST, insurer, page);
    }

    private Uni<List<StoredImport>> part(String statement, InsurerNumber insurer, PageRequest page) {
        return pool.preparedQuery(statement)
                .execute(Tuple.from(Arrays.asList(insurer.value(), page.after(), page.limitPlusOne())))
                .map(rows -> rows.stream().map(ImportRow::read).toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
