package jp.shikaku.eligibility.webhook;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/** Figures of the messages; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class WebhookMetrics {

    private static final long COUNT_EVERY_MILLIS = 10_000;

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private static final String COUNT =
            """
            select count(*) filter (where status = 'PENDING') as pending, count(*) filter (where status = 'DEAD') as dead
            from webhook_delivery""";

    private final Pool pool;
    private final Vertx vertx;
    private final MeterRegistry registry;
    private final Timer taken;
    private final Counter failed;
    private final Counter dead;
    private volatile double pending = Double.NaN;
    private volatile double deadLetters = Double.NaN;
    private volatile long timer;

    WebhookMetrics(Pool pool, Vertx vertx, MeterRegistry registry) {
        this.pool = pool;
        this.vertx = vertx;
        this.registry = registry;
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
        Gauge.builder("shikaku.webhook.pending", this, metrics -> metrics.pending)
                .description("Messages that wait to be sent")
                .register(registry);
        Gauge.builder("shikaku.webhook.dead", this, metrics -> metrics.deadLetters)
                .description("Messages laid aside until somebody retries them")
                .register(registry);
        timer = vertx.setPeriodic(FIRST_COUNT_MILLIS, COUNT_EVERY_MILLIS, tick -> count());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
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

    private void count() {
        pool.query(COUNT)
                .execute()
                .subscribe()
                .with(
                        rows -> {
                            pending = rows.iterator().next().getLong("pending");
                            deadLetters = rows.iterator().next().getLong("dead");
                        },
                        failure -> {
                            pending = Double.NaN;
                            deadLetters = Double.NaN;
                        });
    }
}
