package jp.shikaku.eligibility.watch;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** Figures of the watches; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class WatchMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    private static final String COUNT =
            """
            select (select count(*) from watch where state = 'OPEN') as open,
                (select count(*) from watch_due where due_at <= now()) as due""";

    private final Pool pool;
    private final Figures figures;
    private final WatchAudience audience;
    private final MeterRegistry registry;
    private final Timer streamed;

    private record Standing(long open, long due) {}

    WatchMetrics(Pool pool, Figures figures, WatchAudience audience, MeterRegistry registry) {
        this.pool = pool;
        this.figures = figures;
        this.audience = audience;
        this.registry = registry;
        this.streamed = Timer.builder("shikaku.watch.streamed")
                .description("Events that went out on a stream, by the time from the linkage of what they tell")
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        Counted<Standing> watches = figures.counted(COUNT_EVERY, this::count);
        watches.gauge("shikaku.watch.open", "Watches that are open", Standing::open);
        watches.gauge("shikaku.watch.due", "Watches that wait to be checked", Standing::due);
        Gauge.builder("shikaku.watch.streams", audience, WatchAudience::streams)
                .description("Streams that are open at this replica")
                .register(registry);
    }

    /** @param seconds since it was linked */
    void streamed(double seconds) {
        streamed.record(Duration.ofNanos((long) (Math.max(seconds, 0) * 1e9)));
    }

    private Uni<Standing> count() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Standing(row.getLong("open"), row.getLong("due")));
    }
}
