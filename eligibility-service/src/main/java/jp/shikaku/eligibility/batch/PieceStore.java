package jp.shikaku.eligibility.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.eligibility.confirmation.CardQuestion;
import jp.shikaku.eligibility.confirmation.CertificateQuestion;
import jp.shikaku.eligibility.confirmation.Question;

/**
 * The table of pieces. A piece is leased to one worker, and falls back when the lease runs out; leases run by the clock of
 * the database, the one that all replicas see and nobody moves. Who has lost its lease can note nothing any more, so that
 * no row is answered twice.
 */
@ApplicationScoped
class PieceStore {

    private static final String ADD =
            """
            insert into batch_piece (batch_id, number, lines, correlation_ids, insurer_numbers, symbols, numbers, branches,
                birth_dates, certificate_keys, as_ofs, faults)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    /** What a worker has leased already is its own to take up again: it is not at work on it while it asks for more. */
    private static final String CLAIM =
            """
            with next as materialized (
                select p.batch_id, p.number from batch_piece p join batch b on b.id = p.batch_id
                where p.confirmation_numbers is null and b.state in ('WAITING', 'RUNNING')
                    and (p.leased_until is null or p.leased_until < now() or p.lease = $1)
                order by p.number, p.batch_id limit 1
                for update of p skip locked),
            begun as (
                update batch set state = 'RUNNING', started_at = $3
                where state = 'WAITING' and id in (select batch_id from next))
            update batch_piece p
            set lease = $1, leased_until = now() + make_interval(secs => $2), attempts = p.attempts + 1
            from next, batch b
            where p.batch_id = next.batch_id and p.number = next.number and b.id = p.batch_id
            returning p.*, b.institution_code, b.request_id""";

    private static final String SETTLE =
            """
            update batch_piece
            set confirmation_numbers = $4, faults = $5, insurer_numbers = null, symbols = null, numbers = null,
                branches = null, birth_dates = null, certificate_keys = null, as_ofs = null, lease = null, leased_until = null
            where batch_id = $1 and number = $2 and lease = $3 and confirmation_numbers is null""";

    private static final String PUT_OFF =
            """
            update batch_piece set lease = null, leased_until = now() + make_interval(secs => $4)
            where batch_id = $1 and number = $2 and lease = $3""";

    private static final String SETTLED =
            """
            select * from batch_piece where batch_id = $1 and number = $2 and confirmation_numbers is not null""";

    /** Somebody else works on the piece, or its batch was deleted. */
    static final class LeaseLostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeaseLostException() {
            super("lease lost", null, false, false);
        }
    }

    private final Pool pool;
    private final Clock clock;

    PieceStore(@ReactiveDataSource("bulk") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @param number counts from 0
     * @param rows open or refused
     */
    Uni<Void> add(UUID batchId, int number, List<Row> rows) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(batchId)
                        .addInteger(number)
                        .addValue(rows.stream().map(Row::line).toArray(Integer[]::new))
                        .addValue(rows.stream().map(Row::correlationId).toArray(String[]::new))
                        .addValue(cards(rows, String[]::new, it -> it.card()
                                .insurerNumber()
                                .value()))
                        .addValue(cards(
                                rows, String[]::new, it -> it.card().symbol().orElse(null)))
                        .addValue(cards(rows, String[]::new, it -> it.card().number()))
                        .addValue(cards(
                                rows, String[]::new, it -> it.card().branch().orElse(null)))
                        .addValue(cards(rows, LocalDate[]::new, CardQuestion::birthDate))
                        .addValue(each(rows, String[]::new, CertificateQuestion.class, it -> it.certificate()
                                .value()))
                        .addValue(each(rows, LocalDate[]::new, Question.class, Question::asOf))
                        .addValue(faults(rows)))
                .replaceWithVoid();
    }

    /** The piece to be worked on next, if there is one. */
    Uni<Optional<Piece>> claim(UUID worker, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(worker, seconds(lease), clock.instant().atOffset(ZoneOffset.UTC)))
                .map(found -> found.stream()
                        .findFirst()
                        .map(row -> new Piece(
                                row.getUUID("batch_id"),
                                row.getInteger("number"),
                                InstitutionCode.of(row.getString("institution_code")),
                                row.getUUID("request_id"),
                                row.getShort("attempts"),
                                PieceRows.read(row))));
    }

    /**
     * Notes what became of the rows, in the transaction that keeps the answers. Fails with {@link LeaseLostException}, and
     * the transaction with it.
     *
     * @param rows none of them open
     */
    Uni<Void> settle(SqlConnection transaction, Piece piece, UUID worker, List<Row> rows) {
        return transaction
                .preparedQuery(SETTLE)
                .execute(Tuple.tuple()
                        .addUUID(piece.batchId())
                        .addInteger(piece.number())
                        .addUUID(worker)
                        .addValue(rows.stream()
                                .map(row -> row instanceof Row.Answered answered
                                        ? answered.number().value()
                                        : null)
                                .toArray(String[]::new))
                        .addValue(faults(rows)))
                .invoke(settled -> {
                    if (settled.rowCount() != 1) {
                        throw new LeaseLostException();
                    }
                })
                .replaceWithVoid();
    }

    /** Leaves the piece to whoever comes after {@code pause}. */
    Uni<Void> putOff(Piece piece, UUID worker, Duration pause) {
        return pool.preparedQuery(PUT_OFF)
                .execute(Tuple.of(piece.batchId(), piece.number(), worker, seconds(pause)))
                .replaceWithVoid();
    }

    /** The rows of a piece that was answered; empty behind the last one. */
    Uni<Optional<List<Row>>> settled(UUID batchId, int number) {
        return pool.preparedQuery(SETTLED)
                .execute(Tuple.of(batchId, number))
                .map(found -> found.stream().findFirst().map(PieceRows::read));
    }

    private static <V> V[] cards(List<Row> rows, IntFunction<V[]> array, Function<CardQuestion, V> value) {
        return each(rows, array, CardQuestion.class, value);
    }

    /** {@code null} for rows that do not ask so. */
    private static <Q extends Question, V> V[] each(
            List<Row> rows, IntFunction<V[]> array, Class<Q> kind, Function<Q, V> value) {
        return rows.stream()
                .map(row -> row instanceof Row.Open open && kind.isInstance(open.question())
                        ? value.apply(kind.cast(open.question()))
                        : null)
                .toArray(array);
    }

    private static String[] faults(List<Row> rows) {
        return rows.stream().map(PieceRows::faults).toArray(String[]::new);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
