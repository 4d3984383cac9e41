package jp.shikaku.eligibility.oqs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.SearchInfo;

/**
 * The tables of bulk inquiries. An inquiry is leased to one replica, and falls back when the lease runs out; leases run by
 * the clock of the database, the one that all replicas see and nobody moves.
 */
@ApplicationScoped
class OqsBulkStore {

    /** Begins nothing when as many inquiries of the institution are waiting as may. */
    private static final String BEGIN =
            """
            insert into oqs_bulk (%s, state)
            select $1, $2, $3, $4::date, $5::timestamptz, $6::uuid, 'RECEIVING'
            where (select count(*) from oqs_bulk where institution_code = $2 and state <> 'ANSWERED') < $7::integer"""
                    .formatted(OqsBulkRows.BULK);

    private static final String ADD =
            """
            insert into oqs_bulk_card (reception_number, place, %s)
            select $1, * from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[])"""
                    .formatted(OqsBulkRows.CARD);

    private static final String ACCEPT =
            """
            update oqs_bulk set state = 'WAITING', idempotency_key = $2, request_hash = $3
            where reception_number = $1""";

    private static final String EARLIER =
            "select %s, request_hash from oqs_bulk where institution_code = $1 and idempotency_key = $2"
                    .formatted(OqsBulkRows.BULK);

    private static final String CLAIM =
            """
            update oqs_bulk set lease = $1, leased_until = now() + make_interval(secs => $2)
            where reception_number = (
                select reception_number from oqs_bulk
                where state = 'WAITING' and (leased_until is null or leased_until < now())
                order by received_at limit 1
                for update skip locked)
            returning %s"""
                    .formatted(OqsBulkRows.BULK);

    private static final String OPEN =
            """
            select place, attempts, %s from oqs_bulk_card
            where reception_number = $1 and confirmation_number is null and faults is null
            order by attempts, place limit $2"""
                    .formatted(OqsBulkRows.CARD);

    /** Nothing any more once somebody else has the lease; what was asked meanwhile is asked again, and answered the same. */
    private static final String MARK =
            """
            with mine as (
                update oqs_bulk set leased_until = now() + make_interval(secs => $3)
                where reception_number = $1 and lease = $2 returning reception_number)
            update oqs_bulk_card card
            set confirmation_number = came.number, faults = came.faults, attempts = card.attempts + 1
            from mine, unnest($4::integer[], $5::text[], $6::text[]) as came (place, number, faults)
            where card.reception_number = mine.reception_number and card.place = came.place""";

    private static final String FINISH =
            "update oqs_bulk set state = 'ANSWERED', lease = null where reception_number = $1 and lease = $2";

    private static final String STANDING =
            """
            select %s, state = 'ANSWERED' as answered, cards, confirmed
            from oqs_bulk, lateral (
                select count(*)::integer as cards, count(confirmation_number)::integer as confirmed
                from oqs_bulk_card card where card.reception_number = oqs_bulk.reception_number) counted
            where reception_number = $1 and institution_code = $2 and state <> 'RECEIVING'"""
                    .formatted(OqsBulkRows.BULK);

    private static final String DONE =
            """
            select place, confirmation_number, faults, %s from oqs_bulk_card
            where reception_number = $1 and place > $2 order by place limit $3"""
                    .formatted(OqsBulkRows.CARD);

    private static final String DISCARD = "delete from oqs_bulk where reception_number = $1";

    /** What nobody can fetch any more, and what its sender never finished sending. */
    private static final String PURGE =
            "delete from oqs_bulk where received_at < $1 or (state = 'RECEIVING' and received_at < $2)";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;

    OqsBulkStore(Pool pool) {
        this.pool = pool;
    }

    /** An inquiry that came with the same idempotency key. */
    record Earlier(OqsBulk bulk, byte[] hash) {}

    /** @return whether it was begun; {@code false} when too many are waiting */
    Uni<Boolean> begin(OqsBulk bulk, int waiting) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.from(Arrays.asList(
                        bulk.receptionNumber(),
                        bulk.institution().value(),
                        bulk.fileIdentifier(),
                        bulk.asOf(),
                        bulk.receivedAt().atOffset(ZoneOffset.UTC),
                        bulk.requestId(),
                        waiting)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** @param first place of the first of {@code cards}, counted from 1 */
    Uni<Void> add(OqsBulk bulk, int first, List<SearchInfo> cards) {
        Integer[] places = IntStream.range(first, first + cards.size()).boxed().toArray(Integer[]::new);
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(bulk.receptionNumber())
                        .addValue(places)
                        .addValue(texts(cards, SearchInfo::insurerNumber))
                        .addValue(texts(cards, SearchInfo::symbol))
                        .addValue(texts(cards, SearchInfo::number))
                        .addValue(texts(cards, SearchInfo::branch))
                        .addValue(texts(cards, SearchInfo::birthdate))
                        .addValue(texts(cards, SearchInfo::consentFlag))
                        .addValue(texts(cards, SearchInfo::identifier)))
                .replaceWithVoid();
    }

    /** @return whether it was accepted; {@code false} when {@code idempotencyKey} was used before */
    Uni<Boolean> accept(OqsBulk bulk, String idempotencyKey, byte[] hash) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(bulk.receptionNumber(), idempotencyKey, Buffer.buffer(hash)))
                .map(rows -> rows.rowCount() == 1)
                .onFailure(OqsBulkStore::isKeyTaken)
                .recoverWithItem(false);
    }

    Uni<Optional<Earlier>> earlier(InstitutionCode institution, String idempotencyKey) {
        return pool.preparedQuery(EARLIER)
                .execute(Tuple.of(institution.value(), idempotencyKey))
                .map(rows -> first(
                        rows,
                        row -> new Earlier(
                                OqsBulkRows.bulk(row),
                                row.getBuffer("request_hash").getBytes())));
    }

    Uni<Void> discard(OqsBulk bulk) {
        return pool.preparedQuery(DISCARD)
                .execute(Tuple.of(bulk.receptionNumber()))
                .replaceWithVoid();
    }

    /** The inquiry that has waited longest, if one is to be worked on. */
    Uni<Optional<OqsBulk>> claim(UUID lease, Duration lasts) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(lease, seconds(lasts)))
                .map(rows -> first(rows, OqsBulkRows::bulk));
    }

    /** The next cards to be asked about; those that were tried before come last. */
    Uni<List<OqsBulk.Open>> open(OqsBulk bulk, int limit) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(bulk.receptionNumber(), limit))
                .map(rows -> rows.stream()
                        .map(row -> new OqsBulk.Open(
                                row.getInteger("place"), OqsBulkRows.card(row), row.getShort("attempts")))
                        .toList());
    }

    /** @return whether the lease still holds, and was prolonged */
    Uni<Boolean> mark(OqsBulk bulk, UUID lease, Duration lasts, List<OqsBulk.Outcome> outcomes) {
        return pool.preparedQuery(MARK)
                .execute(Tuple.tuple()
                        .addString(bulk.receptionNumber())
                        .addUUID(lease)
                        .addDouble(seconds(lasts))
                        .addValue(outcomes.stream().map(OqsBulk.Outcome::place).toArray(Integer[]::new))
                        .addValue(outcomes.stream().map(OqsBulkStore::number).toArray(String[]::new))
                        .addValue(outcomes.stream().map(OqsBulkStore::faults).toArray(String[]::new)))
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<Void> finish(OqsBulk bulk, UUID lease) {
        return pool.preparedQuery(FINISH)
                .execute(Tuple.of(bulk.receptionNumber(), lease))
                .replaceWithVoid();
    }

    /** How an inquiry of {@code institution} stands; empty when it has none of this number. */
    Uni<Optional<OqsBulk.Standing>> standing(String receptionNumber, InstitutionCode institution) {
        return pool.preparedQuery(STANDING)
                .execute(Tuple.of(receptionNumber, institution.value()))
                .map(rows -> first(
                        rows,
                        row -> new OqsBulk.Standing(
                                OqsBulkRows.bulk(row),
                                row.getBoolean("answered"),
                                row.getInteger("cards"),
                                row.getInteger("confirmed"))));
    }

    /** The next cards behind {@code place}, in their order. */
    Uni<List<OqsBulk.Done>> done(OqsBulk bulk, int place, int limit) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(bulk.receptionNumber(), place, limit))
                .map(rows -> rows.stream().map(OqsBulkRows::done).toList());
    }

    Uni<Integer> purge(Instant receivedBefore, Instant abandonedBefore) {
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(receivedBefore.atOffset(ZoneOffset.UTC), abandonedBefore.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private static boolean isKeyTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static String number(OqsBulk.Outcome outcome) {
        return outcome instanceof OqsBulk.Outcome.Confirmed confirmed
                ? confirmed.number().value()
                : null;
    }

    private static String faults(OqsBulk.Outcome outcome) {
        return outcome instanceof OqsBulk.Outcome.Refused refused
                ? refused.faults().stream().map(OqsFault::code).collect(Collectors.joining(","))
                : null;
    }

    private static String[] texts(List<SearchInfo> cards, Function<SearchInfo, String> text) {
        return cards.stream().map(text).toArray(String[]::new);
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
        return rows.stream().map(read).findFirst();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
