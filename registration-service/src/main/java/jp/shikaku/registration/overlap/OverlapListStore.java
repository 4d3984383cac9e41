package jp.shikaku.registration.overlap;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.overlap.OverlapList;
import jp.shikaku.contracts.overlap.OverlapListState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.overlap.OverlapFinder.Part;

/** The lists of overlaps, and what each says. Leases run by the clock of the database. */
@ApplicationScoped
class OverlapListStore {

    private static final String SELECT =
            "select id, number, state, issued_on, checked, found, started_at, ended_at from overlap_list ";

    private static final String START =
            """
            insert into overlap_list (id, number, state, issued_on, started_by, started_at)
            values ($1, $2, 'RUNNING', $3, $4, $5) on conflict do nothing""";

    private static final String LEASE =
            """
            update overlap_list set leased_until = now() + make_interval(secs => $1)
            where state = 'RUNNING' and (leased_until is null or leased_until < now())
            returning id, number, issued_on, last_enrolment_id""";

    /** Only by who has seen the part before: another replica may have gone on meanwhile. */
    private static final String ADVANCE =
            """
            update overlap_list set last_enrolment_id = $3, checked = checked + $4, found = found + $5,
                leased_until = now() + make_interval(secs => $6)
            where id = $1 and state = 'RUNNING' and last_enrolment_id is not distinct from $2""";

    private static final String FINISH =
            "update overlap_list set state = 'DONE', ended_at = $2, leased_until = null where id = $1 and state = 'RUNNING'";

    private static final String CHANGE =
            """
            update overlap_list set state = $2::text, ended_at = case when $2 = 'CANCELLED' then $3::timestamptz end,
                leased_until = case when $2 = 'RUNNING' then null else leased_until end
            where id = $1 and state in ('RUNNING', 'PAUSED')
            returning number""";

    private static final String KEEP_OVERLAPS =
            """
            insert into overlap (id, enrolment_id, insurer_number, other_insurer_number)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
            on conflict (enrolment_id, other_insurer_number) where closed_version is null do nothing""";

    private static final String KEEP_ENTRIES =
            """
            insert into overlap_entry (overlap_id, list, acquired, other_enrolment_id, other_acquired)
            select o.id, $1, f.acquired, f.other_enrolment_id, f.other_acquired
            from unnest($2::uuid[], $3::text[], $4::date[], $5::uuid[], $6::date[])
                as f (enrolment_id, other_insurer_number, acquired, other_enrolment_id, other_acquired)
            join overlap o on o.enrolment_id = f.enrolment_id and o.other_insurer_number = f.other_insurer_number
                and o.closed_version is null
            on conflict do nothing""";

    private final Pool pool;
    private final Clock clock;

    OverlapListStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Optional<OverlapList>> latest(SqlClient client) {
        return client.preparedQuery(SELECT + "where state <> 'CANCELLED' order by number desc limit 1")
                .execute()
                .map(rows -> rows.stream().map(OverlapListStore::wire).findFirst());
    }

    /** Whether it was started: not when somebody else has started the same at this moment. */
    Uni<Boolean> start(SqlConnection transaction, UUID id, int number, LocalDate today, String startedBy) {
        return transaction
                .preparedQuery(START)
                .execute(Tuple.of(id, number, today, startedBy, now()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<OverlapList>> find(UUID id) {
        return pool.preparedQuery(SELECT + "where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(OverlapListStore::wire).findFirst());
    }

    Uni<List<OverlapList>> list(PageRequest page) {
        return pool.preparedQuery(SELECT + "where ($1::uuid is null or id > $1) order by id limit $2")
                .execute(Tuple.of(page.after(), page.limitPlusOne()))
                .map(rows -> rows.stream().map(OverlapListStore::wire).toList());
    }

    /** Whether it was under way. What a list has found that is cancelled is forgotten. */
    Uni<Boolean> change(UUID id, OverlapListState next) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(CHANGE)
                .execute(Tuple.of(id, next.name(), now()))
                .flatMap(rows -> rows.rowCount() == 1 && next == OverlapListState.CANCELLED
                        ? forget(transaction, rows.iterator().next().getInteger("number"))
                                .replaceWith(true)
                        : Uni.createFrom().item(rows.rowCount() == 1)));
    }

    private static Uni<Void> forget(SqlConnection transaction, int list) {
        return transaction
                .preparedQuery("delete from overlap_entry where list = $1")
                .execute(Tuple.of(list))
                .replaceWithVoid();
    }

    /** A list to be worked on, and how far it has come. */
    record Leased(UUID id, int number, LocalDate day, UUID last) {

        Leased after(UUID enrolment) {
            return new Leased(id, number, day, enrolment);
        }
    }

    Uni<Optional<Leased>> lease(Duration lease) {
        return pool.preparedQuery(LEASE)
                .execute(Tuple.of((double) lease.toSeconds()))
                .map(rows -> rows.stream()
                        .map(row -> new Leased(
                                row.getUUID("id"),
                                row.getInteger("number"),
                                row.getLocalDate("issued_on"),
                                row.getUUID("last_enrolment_id")))
                        .findFirst());
    }

    /** Writes down what a part has, and that it was done; {@code false}, and nothing, when another did so before. */
    Uni<Boolean> advance(Leased list, Part part, Duration lease) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        list.id(),
                        list.last(),
                        part.last(),
                        part.checked(),
                        part.found().size(),
                        (double) lease.toSeconds()))
                .flatMap(rows -> rows.rowCount() == 1
                        ? keep(transaction, list.number(), part.found()).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<Void> keep(SqlConnection transaction, int list, List<FoundOverlap> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] enrolments = found.stream().map(FoundOverlap::enrolmentId).toArray(UUID[]::new);
        String[] others =
                found.stream().map(overlap -> overlap.otherInsurer().value()).toArray(String[]::new);
        return transaction
                .preparedQuery(KEEP_OVERLAPS)
                .execute(Tuple.of(
                        found.stream()
                                .map(overlap -> UuidCreator.getTimeOrderedEpoch())
                                .toArray(UUID[]::new),
                        enrolments,
                        found.stream().map(overlap -> overlap.insurer().value()).toArray(String[]::new),
                        others))
                .flatMap(kept -> transaction
                        .preparedQuery(KEEP_ENTRIES)
                        .execute(Tuple.of(
                                list,
                                enrolments,
                                others,
                                found.stream().map(FoundOverlap::acquired).toArray(LocalDate[]::new),
                                found.stream()
                                        .map(FoundOverlap::otherEnrolmentId)
                                        .toArray(UUID[]::new),
                                found.stream().map(FoundOverlap::otherAcquired).toArray(LocalDate[]::new))))
                .replaceWithVoid();
    }

    Uni<Void> finish(UUID id) {
        return pool.preparedQuery(FINISH).execute(Tuple.of(id, now())).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OverlapList wire(Row row) {
        OffsetDateTime endedAt = row.getOffsetDateTime("ended_at");
        return new OverlapList(
                row.getUUID("id"),
                row.getInteger("number"),
                OverlapListState.valueOf(row.getString("state")),
                row.getLocalDate("issued_on"),
                row.getLong("checked"),
                row.getLong("found"),
                JapanTime.wire(row.getOffsetDateTime("started_at").toInstant()),
                endedAt == null ? null : JapanTime.wire(endedAt.toInstant()));
    }
}
