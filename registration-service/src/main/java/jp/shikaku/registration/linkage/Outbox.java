package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.kit.database.RowsInsert;
import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * The table of what is to be sent. Any number of senders may share it: a version is leased to one of them, and falls back
 * when its lease runs out. Leases and pauses run by the clock of the database, the one clock that all senders see and
 * that nobody moves. Rows are locked in the order of their keys, so that nobody waits in a circle.
 */
@ApplicationScoped
class Outbox {

    private record Queued(Announcement announcement, Instant at) {}

    /** @param reason codes, for an operator */
    record Refused(OutboxItem item, String reason) {}

    private static final RowsInsert<Queued> ADD = RowsInsert.<Queued>into("linkage_outbox")
            .uuid("enrolment_id", row -> row.announcement().enrolmentId())
            .integer("coverage_version", row -> row.announcement().coverageVersion())
            .integer("version", row -> row.announcement().version())
            .code("state", row -> row.announcement().state())
            .bool("medical_info_allowed", row -> row.announcement().medicalInfoAllowed())
            .integer("priority", row -> row.announcement().priority().ordinal())
            .moment("queued_at", Queued::at)
            .build();

    /**
     * What presses more takes along what has to arrive before it. What stops a display does not even wait for what is on
     * its way: that is sent once more together with it, and is applied once. Without a join, and in words that leave the
     * key as the only index to go by: a plan that was made for an empty queue is kept, and has to do for a long one.
     */
    private static final String HURRY =
            """
            with locked as materialized (
                select enrolment_id from linkage_outbox
                where enrolment_id = any($1) and status <> 'DEAD' and ($2::int = 0 or priority > $2::int)
                order by enrolment_id, coverage_version for update)
            update linkage_outbox
            set priority = $2::int, next_attempt_at = case when $2::int = 0 then now() else next_attempt_at end,
                leased_until = case when $2::int > 0 then leased_until end
            where enrolment_id = any($1) and status <> 'DEAD' and ($2::int = 0 or priority > $2::int)
                and (select count(*) from locked) > 0""";

    private static final String DUE =
            "%1$s.next_attempt_at <= now() and (%1$s.leased_until is null or %1$s.leased_until <= now())";

    /**
     * Enrolments by their oldest announcement, whose lock keeps others off the enrolment, and whatever else is due of
     * them: nothing goes ahead of an announcement that is on its way, only together with it and behind it. The records
     * are looked up one by one behind it ({@code offset 0} keeps them there): it is the only way, whatever the database
     * believes of the size of either table.
     */
    private static final String CLAIM =
            """
            with head as (
                select enrolment_id from linkage_outbox h
                where status = 'PENDING' and priority between $1 and $2 and %s and coverage_version = (
                    select min(oldest.coverage_version) from linkage_outbox oldest
                    where oldest.enrolment_id = h.enrolment_id and oldest.status <> 'DEAD')
                order by priority, next_attempt_at limit $3
                for update skip locked),
            claimed as (
                update linkage_outbox o set attempts = attempts + 1, leased_until = now() + make_interval(secs => $4)
                where o.enrolment_id = any(array(select enrolment_id from head)) and o.status <> 'DEAD' and %s
                returning *)
            select c.enrolment_id, c.coverage_version, c.attempts, c.priority, c.queued_at, c.state as coverage_state,
                c.medical_info_allowed as may_view_medical_info, v.*
            from claimed c cross join lateral (
                select %s from enrolment_version
                where enrolment_id = c.enrolment_id and version = c.version offset 0) v"""
                    .formatted(DUE.formatted("h"), DUE.formatted("o"), OutboxItem.COVERAGE_COLUMNS);

    /**
     * Gives back, of each version, the last that was told, unless more is to be told of it. Rows are found by the key, one
     * by one, and taken from where they stand: the enrolments are locked, nobody moves them.
     */
    private static final String SETTLED =
            """
            with named as (
                select unnest($1::uuid[]) as enrolment_id, unnest($2::int[]) as coverage_version order by 1, 2),
            locked as materialized (
                select o.place from named n cross join lateral (
                    select ctid as place from linkage_outbox
                    where enrolment_id = n.enrolment_id and coverage_version = n.coverage_version for update) o),
            gone as (
                delete from linkage_outbox where ctid = any(array(select place from locked))
                returning enrolment_id, coverage_version, version, state),
            further as materialized (
                select enrolment_id, coverage_version, version from linkage_outbox
                where enrolment_id = any($1) and ctid not in (select place from locked))
            select distinct on (enrolment_id, version) enrolment_id, version, state from gone g where not exists (
                select 1 from further f
                where f.enrolment_id = g.enrolment_id and f.version = g.version and f.coverage_version > g.coverage_version)
            order by enrolment_id, version, coverage_version desc""";

    private static final String LATER =
            """
            with named as (select * from unnest($1::uuid[], $2::int[], $3::float8[]) as n (enrolment_id, coverage_version, pause)),
            locked as (
                select enrolment_id, coverage_version from linkage_outbox
                where enrolment_id = any($1) and (enrolment_id, coverage_version) in (
                    select enrolment_id, coverage_version from named)
                order by 1, 2 for update)
            update linkage_outbox o set next_attempt_at = now() + make_interval(secs => n.pause), leased_until = null
            from named n
            where o.enrolment_id = any($1) and (o.enrolment_id, o.coverage_version) in (
                    select enrolment_id, coverage_version from locked)
                and n.enrolment_id = o.enrolment_id and n.coverage_version = o.coverage_version""";

    /** Not sent any more until an operator looks at it. Later versions of the enrolment are: each is the whole state. */
    private static final String DEAD =
            """
            with named as (select * from unnest($1::uuid[], $2::int[], $3::text[]) as n (enrolment_id, coverage_version, refusal)),
            locked as (
                select enrolment_id, coverage_version from linkage_outbox
                where enrolment_id = any($1) and (enrolment_id, coverage_version) in (
                    select enrolment_id, coverage_version from named)
                order by 1, 2 for update)
            update linkage_outbox o set status = 'DEAD', refusal = n.refusal, dead_at = $4 from named n
            where o.enrolment_id = any($1) and (o.enrolment_id, o.coverage_version) in (
                    select enrolment_id, coverage_version from locked)
                and o.status <> 'DEAD'
                and n.enrolment_id = o.enrolment_id and n.coverage_version = o.coverage_version""";

    private final Pool pool;
    private final List<DeliveredVersions> observers;
    private final Clock clock;

    Outbox(@ReactiveDataSource("linkage") Pool pool, @All List<DeliveredVersions> observers, Clock clock) {
        this.pool = pool;
        this.observers = observers;
        this.clock = clock;
    }

    Uni<Void> add(SqlConnection transaction, List<Announcement> announcements, Instant now) {
        List<Queued> rows = announcements.stream()
                .map(announcement -> new Queued(announcement, now))
                .toList();
        return hurry(transaction, announcements, Priority.URGENT)
                .flatMap(done -> hurry(transaction, announcements, Priority.LIVE))
                .flatMap(done -> ADD.execute(transaction, rows));
    }

    private static Uni<Void> hurry(SqlConnection transaction, List<Announcement> announcements, Priority priority) {
        UUID[] pressing = announcements.stream()
                .filter(it -> it.coverageVersion() > 1 && it.priority() == priority)
                .map(Announcement::enrolmentId)
                .toArray(UUID[]::new);
        return pressing.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(HURRY)
                        .execute(Tuple.of(pressing, priority.ordinal()))
                        .replaceWithVoid();
    }

    Uni<Boolean> isPending(SqlConnection transaction, UUID enrolmentId) {
        return transaction
                .preparedQuery("select 1 from linkage_outbox where enrolment_id = $1 and status <> 'DEAD' limit 1")
                .execute(Tuple.of(enrolmentId))
                .map(rows -> rows.size() == 1);
    }

    /**
     * Leases what is due of at most {@code enrolments} enrolments whose oldest announcement has a priority from
     * {@code first} to {@code last}.
     */
    Uni<List<OutboxItem>> claim(Priority first, Priority last, int enrolments, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(first.ordinal(), last.ordinal(), enrolments, seconds(lease)))
                .map(OutboxItem::all);
    }

    /** Takes {@code items} off the outbox, and tells whom it concerns. */
    Uni<Void> settled(List<OutboxItem> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> enrolments =
                items.stream().map(OutboxItem::enrolmentId).distinct().toList();
        return pool.withTransaction(transaction -> each(observer -> observer.lock(transaction, enrolments))
                .flatMap(locked -> transaction.preparedQuery(SETTLED).execute(keys(items)))
                .map(rows -> rows.stream()
                        .map(row -> new Delivered(
                                row.getUUID("enrolment_id"),
                                row.getInteger("version"),
                                CoverageState.valueOf(row.getString("state"))))
                        .toList())
                .flatMap(delivered -> each(observer -> observer.delivered(transaction, delivered))));
    }

    private Uni<Void> each(Function<DeliveredVersions, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(observers)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> later(List<OutboxItem> items, Function<OutboxItem, Duration> pause) {
        Double[] pauses = items.stream().map(item -> seconds(pause.apply(item))).toArray(Double[]::new);
        return pool.preparedQuery(LATER).execute(keys(items).addValue(pauses)).replaceWithVoid();
    }

    /** @return how many were not dead before: what is delivered twice is refused twice */
    Uni<Integer> dead(List<Refused> refused) {
        if (refused.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Tuple values = keys(refused.stream().map(Refused::item).toList())
                .addValue(refused.stream().map(Refused::reason).toArray(String[]::new))
                .addValue(clock.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(DEAD).execute(values).map(rows -> rows.rowCount());
    }

    private static Tuple keys(Collection<OutboxItem> items) {
        return Tuple.of(
                items.stream().map(OutboxItem::enrolmentId).toArray(UUID[]::new),
                items.stream().map(OutboxItem::coverageVersion).toArray(Integer[]::new));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
