package jp.shikaku.eligibility.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.audit.LookSeal;
import jp.shikaku.contracts.audit.LookVerification;
import jp.shikaku.contracts.time.JapanTime;

/**
 * The chain of seals over the looks. Sealing comes after the look, so that nobody waits for it: a look is durable when its
 * answer goes out, and sealed within seconds.
 */
@ApplicationScoped
class LookChain {

    /** Any number that nothing else locks by. One replica seals at a time. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(7305140223) as mine";

    /**
     * Seals what was written by transactions older than all that are under way: nothing can join them any more. A seal ends
     * between two transactions, as soon as it has so many looks, though one transaction is never split.
     */
    private static final String SEAL =
            """
            with last as (select number, to_txn, hash from look_seal order by number desc limit 1),
            bounds as materialized (
                select coalesce((select number from last), 0) + 1 as number,
                    coalesce((select to_txn from last), 0) as from_txn,
                    coalesce((select hash from last), '\\x'::bytea) as previous,
                    pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon),
            waiting as materialized (
                select count(*) as looks, min(txn) as first, max(txn) as last from (
                    select txn from look
                    where txn >= (select from_txn from bounds) and txn < (select horizon from bounds)
                    order by txn limit $1) w),
            range as materialized (
                select b.number, b.from_txn, b.previous,
                    case when w.looks < $1 then b.horizon when w.first = w.last then w.last + 1 else w.last end as to_txn
                from bounds b, waiting w where w.looks > 0)
            insert into look_seal (number, from_txn, to_txn, looks, previous, hash, sealed_at)
            select r.number, r.from_txn, r.to_txn, s.looks, r.previous, sha256(r.previous || s.digests), $2
            from range r, lateral (
                select count(*) as looks, string_agg(look_digest(l), ''::bytea order by l.txn, l.id) as digests
                from look l where l.txn >= r.from_txn and l.txn < r.to_txn) s
            returning looks""";

    private static final String VERIFY =
            """
            select s.number, s.looks, s.hash, s.sealed_at,
                found.looks = s.looks
                and s.hash = sha256(s.previous || coalesce(found.digests, ''::bytea))
                and s.previous = coalesce(before.hash, '\\x'::bytea)
                and s.from_txn = coalesce(before.to_txn, 0)
                and (s.number = 1 or before.number is not null) as intact
            from look_seal s
            left join look_seal before on before.number = s.number - 1
            cross join lateral (
                select count(*) as looks, string_agg(look_digest(l), ''::bytea order by l.txn, l.id) as digests
                from look l where l.txn >= s.from_txn and l.txn < s.to_txn) found
            where s.number > $1 order by s.number limit $2""";

    /** How many looks wait to be sealed, and for how many seconds the oldest. */
    record Backlog(long looks, double oldestSeconds) {}

    /**
     * Nothing is beyond the upper end: it is there for the planner, which takes an open end for a third of the table, and
     * reads all looks there ever were to count the last few.
     */
    static final String BACKLOG =
            """
            select count(*) as looks, coalesce(extract(epoch from $1::timestamptz - min(at)), 0)::float8 as oldest from look
            where txn >= coalesce((select to_txn from look_seal order by number desc limit 1), 0)
                and txn < pg_snapshot_xmax(pg_current_snapshot())::text::bigint""";

    /** Seals verified by one statement. */
    private static final int AT_ONCE = 10;

    private final Pool pool;
    private final Clock clock;

    LookChain(@ReactiveDataSource("bulk") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @return how many looks were sealed; 0 when there were none, or another replica is at it */
    Uni<Long> seal(int atMost) {
        return pool.withTransaction(transaction -> transaction
                .query(LOCK)
                .execute()
                .flatMap(locked -> locked.iterator().next().getBoolean("mine")
                        ? transaction
                                .preparedQuery(SEAL)
                                .execute(Tuple.of((long) atMost, clock.instant().atOffset(ZoneOffset.UTC)))
                                .map(rows -> first(rows)
                                        .map(row -> row.getLong("looks"))
                                        .orElse(0L))
                        : Uni.createFrom().item(0L)));
    }

    Uni<Backlog> backlog() {
        return pool.preparedQuery(BACKLOG)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong("looks"), row.getDouble("oldest")));
    }

    /** @param after number of the last seal already verified; 0 for the first page */
    Uni<LookVerification> verify(long after, int limit) {
        return read(new ArrayList<>(), after, limit + 1)
                .flatMap(seals -> backlog().map(backlog -> verification(seals, limit, backlog.looks())));
    }

    /** A hundred full seals at once would take longer than a statement may. */
    private Uni<List<Row>> read(List<Row> found, long after, int missing) {
        int next = Math.min(missing, AT_ONCE);
        return pool.preparedQuery(VERIFY).execute(Tuple.of(after, next)).flatMap(rows -> {
            rows.forEach(found::add);
            return rows.size() < next || missing == next
                    ? Uni.createFrom().item(found)
                    : read(found, found.get(found.size() - 1).getLong("number"), missing - next);
        });
    }

    private static LookVerification verification(List<Row> found, int limit, long unsealed) {
        List<Long> broken = new ArrayList<>();
        LookSeal last = null;
        long looks = 0;
        int seals = 0;
        for (Row row : found) {
            if (seals == limit) {
                break;
            }
            seals++;
            last = seal(row);
            looks += last.looks();
            if (!row.getBoolean("intact")) {
                broken.add(last.number());
            }
        }
        Long next = found.size() > limit ? Long.valueOf(last.number()) : null;
        return new LookVerification(broken.isEmpty(), seals, looks, broken, last, unsealed, next);
    }

    private static LookSeal seal(Row row) {
        return new LookSeal(
                row.getLong("number"),
                row.getLong("looks"),
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes()),
                JapanTime.wire(row.getOffsetDateTime("sealed_at").toInstant()));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }
}
