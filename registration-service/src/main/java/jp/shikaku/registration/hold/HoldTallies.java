package jp.shikaku.registration.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.hold.HoldAge;
import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.hold.HoldSummary;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.time.JapanTime;

/** Counts the holds of an insurer, all ways in one statement. */
@ApplicationScoped
class HoldTallies {

    private static final String COUNT =
            """
            with opened as (
                select effect, cause, codes, $2::date - (opened_at at time zone 'Asia/Tokyo')::date as days
                from hold where insurer_number = $1 and state = 'OPEN')
            select 'state' as kind, state as value, count(*) as n from hold where insurer_number = $1 group by state
            union all select 'effect', effect, count(*) from opened group by effect
            union all select 'cause', cause, count(*) from opened group by cause
            union all select 'code', code, count(*) from opened, jsonb_array_elements_text(codes) code group by code
            union all select 'age', width_bucket(days, $3::int[])::text, count(*) from opened group by 2""";

    private static final String OPEN =
            """
            select effect, width_bucket($1::date - (opened_at at time zone 'Asia/Tokyo')::date, $2::int[]) as age,
                count(*) as n
            from hold where state = 'OPEN' group by 1, 2""";

    private final Pool pool;
    private final Clock clock;

    HoldTallies(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<HoldSummary> of(InsurerNumber insurer) {
        Instant now = clock.instant();
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(insurer.value(), JapanTime.dateOf(now), HoldAge.bounds()))
                .map(rows -> summary(rows, now));
    }

    /** The open holds of everybody. */
    Uni<Map<HoldEffect, Map<HoldAge, Long>>> open() {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(JapanTime.today(clock), HoldAge.bounds()))
                .map(rows -> {
                    Map<HoldEffect, Map<HoldAge, Long>> counts = new EnumMap<>(HoldEffect.class);
                    for (HoldEffect effect : HoldEffect.values()) {
                        counts.put(effect, complete(HoldAge.class, Map.of()));
                    }
                    rows.forEach(row -> counts.get(HoldEffect.valueOf(row.getString("effect")))
                            .put(HoldAge.values()[row.getInteger("age")], row.getLong("n")));
                    return counts;
                });
    }

    private static HoldSummary summary(RowSet<Row> rows, Instant now) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        rows.forEach(row -> counts.computeIfAbsent(row.getString("kind"), kind -> new TreeMap<>())
                .put(row.getString("value"), row.getLong("n")));
        Map<HoldAge, Long> byAge = new EnumMap<>(HoldAge.class);
        for (HoldAge age : HoldAge.values()) {
            byAge.put(age, counts.getOrDefault("age", Map.of()).getOrDefault(Integer.toString(age.ordinal()), 0L));
        }
        return new HoldSummary(
                JapanTime.wire(now),
                complete(HoldState.class, counts.get("state")),
                complete(HoldEffect.class, counts.get("effect")),
                complete(HoldCause.class, counts.get("cause")),
                counts.getOrDefault("code", Map.of()),
                byAge);
    }

    /** Zero is said, so that nobody wonders whether it was counted. */
    private static <E extends Enum<E>> Map<E, Long> complete(Class<E> type, Map<String, Long> counted) {
        Map<E, Long> complete = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            complete.put(value, counted == null ? 0L : counted.getOrDefault(value.name(), 0L));
        }
        return complete;
    }
}
