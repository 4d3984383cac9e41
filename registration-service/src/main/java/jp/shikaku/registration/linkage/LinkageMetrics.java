package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import jp.shikaku.contracts.linkage.LinkageStatus;
import jp.shikaku.contracts.linkage.LinkageStatus.Waiting;
import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * Figures of the linkage for whoever watches over it; what each means is told in {@code docs/metrics.md}. The outbox is
 * counted a few times a minute, not when somebody looks.
 */
@ApplicationScoped
class LinkageMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private final MeterRegistry registry;
    private final Backlog backlog;
    private final Clock clock;
    private final Vertx vertx;
    private final Counter refused;
    private final List<Timer> delays;
    private volatile LinkageStatus last;
    private volatile long timer;

    LinkageMetrics(MeterRegistry registry, Backlog backlog, Clock clock, Vertx vertx) {
        this.registry = registry;
        this.backlog = backlog;
        this.clock = clock;
        this.vertx = vertx;
        this.refused = Counter.builder("shikaku.linkage.refused")
                .description("Versions that eligibility refused for good")
                .register(registry);
        this.delays = Stream.of(Priority.values())
                .map(priority -> Timer.builder("shikaku.linkage.delivered")
                        .description("Versions that eligibility has, by the time from clearing to there")
                        .tag("priority", tag(priority))
                        .serviceLevelObjectives(
                                Duration.ofMillis(100),
                                Duration.ofMillis(250),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1))
                        .register(registry))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        for (Priority priority : Priority.values()) {
            gauge("shikaku.linkage.pending", "Versions that wait to be sent", priority, Waiting::pending);
            gauge("shikaku.linkage.oldest.age", "Seconds that the oldest waits", priority, Waiting::oldestAgeSeconds);
        }
        Gauge.builder("shikaku.linkage.dead", this, metrics -> metrics.last == null ? 0 : metrics.last.deadLetters())
                .description("Versions laid aside until an operator retries them")
                .register(registry);
        timer = vertx.setPeriodic(FIRST_COUNT_MILLIS, COUNT_EVERY.toMillis(), tick -> count());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void delivered(List<OutboxItem> items) {
        Instant now = clock.instant();
        items.forEach(item -> delays.get(item.priority().ordinal()).record(Duration.between(item.queuedAt(), now)));
    }

    void refused(int versions) {
        refused.increment(versions);
    }

    private void count() {
        backlog.status().subscribe().with(status -> last = status, failure -> {}); // the next count may find it again
    }

    private void gauge(String name, String description, Priority priority, ToDoubleFunction<Waiting> figure) {
        Gauge.builder(name, this, metrics -> metrics.figure(priority, figure))
                .description(description)
                .tag("priority", tag(priority))
                .register(registry);
    }

    private double figure(Priority priority, ToDoubleFunction<Waiting> figure) {
        return last == null ? 0 : figure.applyAsDouble(last.waiting().get(priority.ordinal()));
    }

    private static String tag(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
