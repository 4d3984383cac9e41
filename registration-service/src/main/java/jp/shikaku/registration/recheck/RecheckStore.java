package jp.shikaku.registration.recheck;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.recheck.Recheck;
import jp.shikaku.contracts.recheck.RecheckState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.enrolment.StockCheck.Part;

/** The table of checks of the stock. Leases run by the clock of the database. */
@ApplicationScoped
class RecheckStore {

    private static final String COLUMNS =
            """
            id, state, checked, expected, stopped, restricted, worked_millis, waits_for_register, started_at, ended_at""";

    /** Counting 160 million rows would take longer than it tells: the planner's estimate will do. */
    private static final String START =
            """
            insert into recheck (id, state, expected, started_by, started_at)
            select $1, 'RUNNING', greatest(reltuples, 0)::bigint, $2, $3 from pg_class where oid = 'enrolment'::regclass
            on conflict do nothing""";

    private static final String LEASE =
            """
            update recheck set leased_until = now() + make_interval(secs => $1)
            where state = 'RUNNING' and (leased_until is null or leased_until < now())
            returning id, last_enrolment_id""";

    /** Whether it goes on: an operator may have paused or ended it meanwhile. */
    private static final String ADVANCE =
            """
            update recheck set last_enrolment_id = coalesce($2, last_enrolment_id), checked = checked + $3,
                stopped = stopped + $4, restricted = restricted + $5, worked_millis = worked_millis + $6,
                waits_for_register = false, leased_until = now() + make_interval(secs => $7),
                expected = greatest(expected, checked + $3)
            where id = $1
            returning state""";

    private static final String FINISH =
            """
            update recheck set state = 'DONE', ended_at = $2, expected = checked, leased_until = null
            where id = $1 and state = 'RUNNING'""";

    private static final String CHANGE =
            """
            update recheck set state = $2::text, ended_at = case when $2 = 'CANCELLED' then $3::timestamptz end,
                leased_until = case when $2 = 'RUNNING' then null else leased_until end
            where id = $1 and state in ('RUNNING', 'PAUSED')""";

    private final Pool pool;
    private final Clock clock;

    RecheckStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Whether it was started: not while another is under way. */
    Uni<Boolean> start(SqlConnection transaction, UUID id, String startedBy) {
        return transaction
                .preparedQuery(START)
                .execute(Tuple.of(id, startedBy, now()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<Recheck>> find(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from recheck where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(RecheckStore::wire).findFirst());
    }

    Uni<List<Recheck>> list(PageRequest page) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from recheck where ($1::uuid is null or id > $1) order by id limit $2")
                .execute(Tuple.of(page.after(), page.limitPlusOne()))
                .map(rows -> rows.stream().map(RecheckStore::wire).toList());
    }

    /** Whether it was under way. */
    Uni<Boolean> change(UUID id, RecheckState next) {
        return pool.preparedQuery(CHANGE)
                .execute(Tuple.of(id, next.name(), now()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** A check to be worked on, and how far it has come. */
    record Leased(UUID id, UUID last) {}

    Uni<Optional<Leased>> lease(Duration lease) {
        return pool.preparedQuery(LEASE)
                .execute(Tuple.of((double) lease.toSeconds()))
                .map(rows -> rows.stream()
                        .map(row -> new Leased(row.getUUID("id"), row.getUUID("last_enrolment_id")))
                        .findFirst());
    }

    /** Writes down what was done; whether it goes on. */
    Uni<Boolean> advance(UUID id, Part part, Duration worked, Duration lease) {
        return pool.preparedQuery(ADVANCE)
                .execute(Tuple.from(Arrays.asList(
                        id, part.last(), part.checked(), part.stopped(), part.restricted(), worked.toMillis(), (double)
                                lease.toSeconds())))
                .map(rows -> rows.iterator().next().getString("state").equals(RecheckState.RUNNING.name()));
    }

    Uni<Void> finish(UUID id) {
        return pool.preparedQuery(FINISH).execute(Tuple.of(id, now())).replaceWithVoid();
    }

    Uni<Void> waitForRegister(UUID id) {
        return pool.preparedQuery("update recheck set waits_for_register = true where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Recheck wire(Row row) {
        long checked = row.getLong("checked");
        long expected = row.getLong("expected");
        double seconds = row.getLong("worked_millis") / 1000.0;
        RecheckState state = RecheckState.valueOf(row.getString("state"));
        boolean isKnown = checked > 0 && seconds > 0;
        boolean goesOn = state == RecheckState.RUNNING || state == RecheckState.PAUSED;
        OffsetDateTime endedAt = row.getOffsetDateTime("ended_at");
        return new Recheck(
                row.getUUID("id"),
                state,
                checked,
                expected,
                row.getLong("stopped"),
                row.getLong("restricted"),
                row.getBoolean("waits_for_register"),
                isKnown ? Math.round(checked / seconds * 10) / 10.0 : null,
                isKnown && goesOn ? Math.round((expected - checked) * seconds / checked) : null,
                JapanTime.wire(row.getOffsetDateTime("started_at").toInstant()),
                endedAt == null ? null : JapanTime.wire(endedAt.toInstant()));
    }
}
