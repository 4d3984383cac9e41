package jp.shikaku.eligibility.webhook;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** Figures of the messages; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class WebhookMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    private static final String COUNT =
            """
            select count(*) filter (where status = 'PENDING') as pending, count(*) filter (where status = 'DEAD') as dead
            from webhook_delivery""";

    private final Pool pool;
    private final Figures figures;
    private final Timer taken;
    private final Counter failed;
    private final Counter dead;

    private record Waiting(long pending, long dead) {}

    WebhookMetrics(Pool pool, Figures figures, MeterRegistry registry) {
        this.pool = pool;
        this.figures = figures;
        this.taken = Timer.builder("shikaku.webhook.delivered")
                .description("Messages that a receiver took, by the time from the linkage of what they tell")
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1))
                .register(registry);
        this.failed = Counter.builder("shikaku.webhook.failed")
                .description("Attempts that failed")
                .register(registry);
        this.dead = Counter.builder("shikaku.webhook.given.up")
                .description("Messages that were given up")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        Counted<Waiting> waiting = figures.counted(COUNT_EVERY, this::count);
        waiting.gauge("shikaku.webhook.pending", "Messages that wait to be sent", Waiting::pending);
        waiting.gauge("shikaku.webhook.dead", "Messages laid aside until somebody retries them", Waiting::dead);
    }

    /** @param seconds since it could have been told */
    void taken(double seconds) {
        taken.record(Duration.ofNanos((long) (Math.max(seconds, 0) * 1e9)));
    }

    void failed() {
        failed.increment();
    }

    void dead(int messages) {
        dead.increment(messages);
    }

    private Uni<Waiting> count() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Waiting(row.getLong("pending"), row.getLong("dead")));
    }
}
