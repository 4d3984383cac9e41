package jp.shikaku.eligibility.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

import jp.shikaku.contracts.batch.BatchState;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.eligibility.batch.file.BatchFormat;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.request.PageRequest;

/** The table of batches. What is older than it is kept is not there any more, whether or not it was deleted already. */
@ApplicationScoped
class BatchStore {

    private static final String COLUMNS =
            """
            id, institution_code, state, format, charset, received_at, started_at, ended_at, rows_sent, valid, invalid, \
            invalid_newer, not_found, several, refused, undetermined""";

    /** Begins nothing when as many batches of the institution are unfinished as may. */
    private static final String BEGIN =
            """
            insert into batch (id, institution_code, request_id, format, charset, received_at, kind, state)
            select $1, $2, $3::uuid, $4, $5, $6::timestamptz, 'QUESTIONS', 'RECEIVING'
            where (select count(*) from batch where institution_code = $2 and state <> 'COMPLETED') < $7::integer""";

    private static final String ACCEPT =
            """
            update batch set state = 'WAITING', rows_sent = $2, idempotency_key = $3, request_hash = $4
            where id = $1 and state = 'RECEIVING'""";

    private static final String EARLIER =
            """
            select id, request_hash from batch
            where institution_code = $1 and kind = 'QUESTIONS' and idempotency_key = $2""";

    private static final String COUNT =
            """
            update batch set rows_done = rows_done + $2, valid = valid + $3, invalid = invalid + $4,
                invalid_newer = invalid_newer + $5, not_found = not_found + $6, several = several + $7,
                refused = refused + $8, undetermined = undetermined + $9,
                state = case when rows_done + $2 = rows_sent then 'COMPLETED' else state end,
                ended_at = case when rows_done + $2 = rows_sent then $10::timestamptz end
            where id = $1""";

    private static final String FIND = "select " + COLUMNS
            + """
             from batch
            where id = $2 and institution_code = $1 and kind = 'QUESTIONS' and state <> 'RECEIVING' and received_at > $3""";

    private static final String PAGE = "select " + COLUMNS
            + """
             from batch
            where institution_code = $1 and ($2::uuid is null or id > $2) and kind = 'QUESTIONS'
                and state <> 'RECEIVING' and received_at > $3
            order by id limit $4""";

    private static final String DELETE =
            "delete from batch where id = $1 and institution_code = $2 and kind = 'QUESTIONS'";

    /** What nobody can fetch any more, and what its sender never finished sending. */
    private static final String PURGE =
            "delete from batch where received_at <= $1 or (state = 'RECEIVING' and received_at < $2)";

    private static final String BACKLOG =
            """
            select coalesce(sum(rows_sent - rows_done), 0)::bigint as waiting, min(received_at) as oldest
            from batch where state in ('WAITING', 'RUNNING')""";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final BatchConfig config;
    private final Clock clock;

    BatchStore(@ReactiveDataSource("bulk") Pool pool, BatchConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** What begins to arrive. */
    record Arriving(
            UUID id,
            InstitutionCode institution,
            UUID requestId,
            BatchFormat format,
            FileCharset charset,
            Instant at) {}

    /** A batch that came with the same idempotency key. */
    record Earlier(UUID id, byte[] hash) {}

    /** @param oldestSeconds how long the oldest unfinished batch is there */
    record Backlog(double rows, double oldestSeconds) {}

    /** @return whether it was begun; {@code false} when too many are unfinished */
    Uni<Boolean> begin(Arriving batch) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.from(Arrays.asList(
                        batch.id(),
                        batch.institution().value(),
                        batch.requestId(),
                        batch.format().name(),
                        batch.charset().name(),
                        moment(batch.at()),
                        config.waiting())))
                .map(rows -> rows.rowCount() == 1);
    }

    /** @return whether it was accepted; {@code false} when {@code idempotencyKey} was used before */
    Uni<Boolean> accept(UUID id, int rows, String idempotencyKey, byte[] hash) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(id, rows, idempotencyKey, Buffer.buffer(hash)))
                .invoke(accepted -> {
                    if (accepted.rowCount() != 1) {
                        throw new IllegalStateException("the batch was thrown away while it arrived");
                    }
                })
                .replaceWith(true)
                .onFailure(BatchStore::isKeyTaken)
                .recoverWithItem(false);
    }

    Uni<Optional<Earlier>> earlier(InstitutionCode institution, String idempotencyKey) {
        return pool.preparedQuery(EARLIER)
                .execute(Tuple.of(institution.value(), idempotencyKey))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Earlier(
                                row.getUUID("id"), row.getBuffer("request_hash").getBytes())));
    }

    /** Counts the rows of a piece, in the transaction that has answered them. The last one completes the batch. */
    Uni<Void> count(SqlConnection transaction, UUID id, RowCounts counts) {
        return transaction
                .preparedQuery(COUNT)
                .execute(Tuple.from(List.of(
                        id,
                        counts.done(),
                        counts.valid(),
                        counts.invalid(),
                        counts.invalidNewerCoverage(),
                        counts.notFound(),
                        counts.severalCandidates(),
                        counts.refused(),
                        counts.undetermined(),
                        moment(clock.instant()))))
                .replaceWithVoid();
    }

    Uni<Optional<Batch>> find(InstitutionCode institution, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(institution.value(), id, moment(oldest())))
                .map(rows -> rows.stream().findFirst().map(BatchStore::batch));
    }

    Uni<List<Batch>> list(InstitutionCode institution, PageRequest page) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(institution.value(), page.after(), moment(oldest()), page.limitPlusOne()))
                .map(rows -> rows.stream().map(BatchStore::batch).toList());
    }

    /** @return whether there was one; what was answered stays answered */
    Uni<Boolean> delete(InstitutionCode institution, UUID id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(id, institution.value()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Integer> purge() {
        Instant abandoned = clock.instant().minus(config.abandonedAfter());
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(moment(oldest()), moment(abandoned)))
                .map(RowSet::rowCount);
    }

    /** What waits, of all institutions. */
    Uni<Backlog> backlog() {
        return pool.preparedQuery(BACKLOG).execute().map(rows -> {
            io.vertx.mutiny.sqlclient.Row row = rows.iterator().next();
            Instant oldest = instant(row, "oldest");
            double age = oldest == null
                    ? 0
                    : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
            return new Backlog(row.getLong("waiting"), age);
        });
    }

    private Instant oldest() {
        return clock.instant().minus(config.keep());
    }

    private static boolean isKeyTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static Batch batch(io.vertx.mutiny.sqlclient.Row row) {
        return new Batch(
                row.getUUID("id"),
                InstitutionCode.of(row.getString("institution_code")),
                BatchState.valueOf(row.getString("state")),
                BatchFormat.valueOf(row.getString("format")),
                FileCharset.valueOf(row.getString("charset")),
                instant(row, "received_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInteger("rows_sent"),
                new RowCounts(
                        row.getInteger("valid"),
                        row.getInteger("invalid"),
                        row.getInteger("invalid_newer"),
                        row.getInteger("not_found"),
                        row.getInteger("several"),
                        row.getInteger("refused"),
                        row.getInteger("undetermined")));
    }

    private static Instant instant(io.vertx.mutiny.sqlclient.Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
