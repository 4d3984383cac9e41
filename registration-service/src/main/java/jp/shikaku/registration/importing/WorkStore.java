package jp.shikaku.registration.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.importing.ImportState;
import jp.shikaku.kit.file.Position;

/**
 * Who works on which file, and how far it has come. Who has lost its lease can note nothing any more, so that no row
 * counts twice.
 */
@ApplicationScoped
class WorkStore {

    /** The one that has waited longest: a small file does not stand behind a large one. */
    private static final String CLAIM =
            """
            update enrolment_import set state = case state when 'WAITING' then 'RUNNING' else state end, worker = $1,
                leased_until = clock_timestamp() + $2 * interval '1 millisecond', worked_at = clock_timestamp(),
                started_at = coalesce(started_at, $3)
            where id = (
                select id from enrolment_import
                where state in ('WAITING', 'RUNNING', 'WAITING_FOR_REGISTER')
                    and (worker = $1 and state <> 'WAITING_FOR_REGISTER'
                        or leased_until is null or leased_until < clock_timestamp())
                order by worked_at limit 1
                for update skip locked)
            returning
            """
                    + ImportRow.COLUMNS;

    private static final String ADVANCE =
            """
            update enrolment_import set state = 'RUNNING', next_offset = $4, next_line = $5, accepted = accepted + $6,
                unchanged = unchanged + $7, held = held + $8, refused = refused + $9, noted = noted + $10,
                rows_per_second = $11, failures = 0, worked_at = clock_timestamp(),
                leased_until = clock_timestamp() + $12 * interval '1 millisecond'
            where id = $1 and worker = $2 and next_offset = $3 and state in ('RUNNING', 'WAITING_FOR_REGISTER')""";

    private static final String END =
            """
            update enrolment_import set state = $3, ended_at = $4, worker = null, leased_until = null,
                rows_per_second = null
            where id = $1 and worker = $2 and state in ('RUNNING', 'WAITING_FOR_REGISTER')""";

    private static final String PAUSE =
            """
            update enrolment_import set state = $3, worker = null, rows_per_second = null,
                leased_until = clock_timestamp() + $4 * interval '1 millisecond', failures = failures + $5
            where id = $1 and worker = $2 and state in ('RUNNING', 'WAITING_FOR_REGISTER')""";

    private static final String THROW_AWAY_ABANDONED =
            """
            delete from enrolment_import
            where state = 'RECEIVING' and worked_at < clock_timestamp() - $1 * interval '1 millisecond'""";

    /** Somebody else works on it, or it was cancelled. */
    static final class LeaseLostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeaseLostException() {
            super("lease lost", null, false, false);
        }
    }

    private final Pool pool;
    private final ChunkStore chunks;
    private final ImportConfig config;
    private final Clock clock;

    WorkStore(Pool pool, ChunkStore chunks, ImportConfig config, Clock clock) {
        this.pool = pool;
        this.chunks = chunks;
        this.config = config;
        this.clock = clock;
    }

    /** A file that {@code worker} may work on from now on. */
    Uni<Optional<StoredImport>> claim(UUID worker) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(worker, (double) config.lease().toMillis(), now()))
                .map(rows -> rows.stream().findFirst().map(ImportRow::read));
    }

    /**
     * Notes that the file has come from {@code before} to {@code after}, in the transaction that has taken the rows
     * between in. Fails with {@link LeaseLostException}, and the transaction with it.
     */
    Uni<Void> advance(
            SqlConnection transaction,
            UUID worker,
            UUID id,
            Position before,
            Position after,
            RowCounts counts,
            Double rowsPerSecond) {
        return transaction
                .preparedQuery(ADVANCE)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        worker,
                        before.offset(),
                        after.offset(),
                        after.line(),
                        counts.accepted(),
                        counts.unchanged(),
                        counts.held(),
                        counts.refused(),
                        counts.noted(),
                        rowsPerSecond,
                        (double) config.lease().toMillis())))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw new LeaseLostException();
                    }
                })
                .replaceWithVoid();
    }

    /** Nothing more is going to happen with the file: its bytes go. */
    Uni<Void> end(UUID worker, UUID id, ImportState state) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(END)
                .execute(Tuple.of(id, worker, state.name(), now()))
                .flatMap(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().failure(new LeaseLostException())
                        : chunks.delete(transaction, id)));
    }

    /** Nobody works on it for a while. */
    Uni<Void> pause(UUID worker, UUID id, ImportState state, Duration pause, boolean failed) {
        return pool.preparedQuery(PAUSE)
                .execute(Tuple.of(id, worker, state.name(), (double) pause.toMillis(), failed ? 1 : 0))
                .replaceWithVoid();
    }

    Uni<Void> throwAwayAbandoned() {
        return pool.preparedQuery(THROW_AWAY_ABANDONED)
                .execute(Tuple.of((double) config.abandonedAfter().toMillis()))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
