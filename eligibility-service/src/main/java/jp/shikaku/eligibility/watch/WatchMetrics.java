package jp.shikaku.eligibility.watch;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/** Figures of the watches; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class WatchMetrics {

    private static final long COUNT_EVERY_MILLIS = 10_000;

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private final Pool pool;
    private final Vertx vertx;
    private final WatchAudience audience;
    private final MeterRegistry registry;
    private final Timer streamed;
    private volatile double open = Double.NaN;
    private volatile double due = Double.NaN;
    private volatile long timer;

    WatchMetrics(Pool pool, Vertx vertx, WatchAudience audience, MeterRegistry registry) {
        this.pool = pool;
        this.vertx = vertx;
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
        Gauge.builder("shikaku.watch.open", this, metrics -> metrics.open)
                .description("Watches that are open")
                .register(registry);
        Gauge.builder("shikaku.watch.due", this, metrics -> metrics.due)
                .description("Watches that wait to be checked")
                .register(registry);
        Gauge.builder("shikaku.watch.streams", audience, WatchAudience::streams)
                .description("Streams that are open at this replica")
                .register(registry);
        timer = vertx.setPeriodic(FIRST_COUNT_MILLIS, COUNT_EVERY_MILLIS, tick -> count());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** @param seconds since it was linked */
    void streamed(double seconds) {
        streamed.record(Duration.ofNanos((long) (Math.max(seconds, 0) * 1e9)));
    }

    private void count() {
        pool.query(
                        """
                        select (select count(*) from watch where state = 'OPEN') as open,
                            (select count(*) from watch_due where due_at <= now()) as due""")
                .execute()
                .subscribe()
                .with(
                        rows -> {
                            open = rows.iterator().next().getLong("open");
                            due = rows.iterator().next().getLong("due");
                        },
                        failure -> {
                            open = Double.NaN;
                            due = Double.NaN;
                        });
    }
}
