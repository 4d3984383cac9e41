package jp.shikaku.eligibility.watch;

import java.time.Instant;
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
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.contracts.watch.Watch;
import jp.shikaku.contracts.watch.WatchState;
import jp.shikaku.eligibility.confirmation.Confirmation;

/** The table of watches, as institutions see it. */
@ApplicationScoped
class WatchStore {

    private static final String COLUMNS =
            "id, confirmation_number, state, created_at, expires_at, ended_at, changes, changed_at, request_hash";

    /**
     * Makes nothing when the key was used before, the confirmation is watched already, or the institution watches as much
     * as it may. What is made is checked at once: the answer may have changed since it was given.
     */
    private static final String ADD =
            """
            with made as (
                insert into watch (id, institution_code, confirmation_number, subject_key, person_key, validity, state,
                    created_at, expires_at, request_id, idempotency_key, request_hash)
                select $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::smallint, 'OPEN', $7::timestamptz,
                    $8::timestamptz, $9::uuid, $10::text, $11::bytea
                where (select count(*) from watch where institution_code = $2 and state = 'OPEN') < $12::int
                on conflict do nothing
                returning %1$s),
            due as (insert into watch_due (watch_id) select id from made)
            select %1$s from made"""
                    .formatted(COLUMNS);

    private static final String EARLIER =
            """
            select %s, idempotency_key = $2 as same_request from watch
            where institution_code = $1 and (idempotency_key = $2 or (confirmation_number = $3 and state = 'OPEN'))
            order by idempotency_key = $2 desc limit 1"""
                    .formatted(COLUMNS);

    private static final String FIND =
            "select %s from watch where institution_code = $1 and id = $2".formatted(COLUMNS);

    /** By state as it is told: what has expired is told so before anybody has written it down. */
    private static final String LIST =
            """
            select %s from watch where institution_code = $1 and ($2::uuid is null or id > $2)
                and ($3::text is null or $3 = case when state = 'OPEN' and expires_at <= $4 then 'EXPIRED' else state end)
            order by id limit $5"""
                    .formatted(COLUMNS);

    private static final String CANCEL =
            """
            update watch set state = 'CANCELLED', ended_at = $3
            where institution_code = $1 and id = $2 and state = 'OPEN' and expires_at > $3
            returning %s"""
                    .formatted(COLUMNS);

    private static final String EXPIRE =
            "update watch set state = 'EXPIRED', ended_at = expires_at where state = 'OPEN' and expires_at <= $1";

    private static final String FORGET = "delete from watch where ended_at < $1";

    private final Pool pool;

    WatchStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param sameRequest whether it was made by a request with the same idempotency key
     * @param hash of that request
     */
    record Earlier(Watch watch, boolean sameRequest, byte[] hash) {}

    /** Empty when nothing was made. */
    Uni<Optional<Watch>> add(
            UUID id,
            Confirmation confirmation,
            Instant now,
            Instant until,
            UUID requestId,
            String idempotencyKey,
            byte[] hash,
            int most) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        confirmation.institution().value(),
                        confirmation.number().value(),
                        confirmation.subject() == null
                                ? null
                                : confirmation.subject().value(),
                        Optional.ofNullable(confirmation.personKey())
                                .map(PersonKey::value)
                                .orElse(null),
                        (short) confirmation.validity().code(),
                        now.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC),
                        requestId,
                        idempotencyKey,
                        Buffer.buffer(hash),
                        most)))
                .map(rows -> first(rows, now));
    }

    Uni<Optional<Earlier>> earlier(
            InstitutionCode institution, String idempotencyKey, ConfirmationNumber number, Instant now) {
        return pool.preparedQuery(EARLIER)
                .execute(Tuple.of(institution.value(), idempotencyKey, number.value()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Earlier(
                                watch(row, now),
                                row.getBoolean("same_request"),
                                row.getBuffer("request_hash").getBytes())));
    }

    Uni<Optional<Watch>> find(InstitutionCode institution, UUID id, Instant now) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(institution.value(), id))
                .map(rows -> first(rows, now));
    }

    /**
     * @param state {@code null} for all
     * @param after the last one already known; {@code null} for the first page
     */
    Uni<List<Watch>> list(InstitutionCode institution, WatchState state, UUID after, int limit, Instant now) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.from(Arrays.asList(
                        institution.value(),
                        after,
                        state == null ? null : state.name(),
                        now.atOffset(ZoneOffset.UTC),
                        limit)))
                .map(rows -> rows.stream().map(row -> watch(row, now)).toList());
    }

    /** Empty when there is none that could be cancelled. */
    Uni<Optional<Watch>> cancel(InstitutionCode institution, UUID id, Instant now) {
        return pool.preparedQuery(CANCEL)
                .execute(Tuple.of(institution.value(), id, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> first(rows, now));
    }

    Uni<Integer> expire(Instant now) {
        return pool.preparedQuery(EXPIRE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    Uni<Integer> forgetEnded(Instant before) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private static Optional<Watch> first(RowSet<Row> rows, Instant now) {
        return rows.stream().findFirst().map(row -> watch(row, now));
    }

    private static Watch watch(Row row, Instant now) {
        Instant expires = row.getOffsetDateTime("expires_at").toInstant();
        WatchState kept = WatchState.valueOf(row.getString("state"));
        boolean expired = kept == WatchState.OPEN && !expires.isAfter(now);
        return new Watch(
                row.getUUID("id"),
                new ConfirmationNumber(row.getString("confirmation_number")),
                expired ? WatchState.EXPIRED : kept,
                wire(row.getOffsetDateTime("created_at")),
                JapanTime.wire(expires),
                expired ? JapanTime.wire(expires) : wire(row.getOffsetDateTime("ended_at")),
                row.getInteger("changes"),
                wire(row.getOffsetDateTime("changed_at")));
    }

    private static OffsetDateTime wire(OffsetDateTime kept) {
        return kept == null ? null : JapanTime.wire(kept.toInstant());
    }
}
