package jp.shikaku.eligibility.batch;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Figures of the batches for whoever watches over them; what each means is told in {@code docs/metrics.md}. What waits is
 * counted now and then, never when somebody looks; not a number while that is not possible.
 */
@ApplicationScoped
class BatchMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private static final Map<String, ToIntFunction<RowCounts>> OUTCOMES = Map.of(
            "valid", RowCounts::valid,
            "invalid", RowCounts::invalid,
            "invalid_newer_coverage", RowCounts::invalidNewerCoverage,
            "not_found", RowCounts::notFound,
            "several_candidates", RowCounts::severalCandidates,
            "refused", RowCounts::refused,
            "undetermined", RowCounts::undetermined);

    private final MeterRegistry registry;
    private final BatchStore batches;
    private final Vertx vertx;
    private final Map<String, Counter> rows;
    private final Timer pieces;
    private volatile BatchStore.Backlog last;
    private volatile long timer;

    BatchMetrics(MeterRegistry registry, BatchStore batches, Vertx vertx) {
        this.registry = registry;
        this.batches = batches;
        this.vertx = vertx;
        this.rows = OUTCOMES.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        outcome -> outcome, outcome -> Counter.builder("shikaku.batch.rows")
                                .description("Rows of batches that were answered, refused or left undetermined")
                                .tag("outcome", outcome)
                                .register(registry)));
        this.pieces = Timer.builder("shikaku.batch.piece")
                .description("Pieces of batches, by the time from being claimed to being durable")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        gauge("shikaku.batch.waiting.rows", "Rows of batches that wait", BatchStore.Backlog::rows);
        gauge("shikaku.batch.oldest.age", "Seconds that the oldest batch waits", BatchStore.Backlog::oldestSeconds);
        timer = vertx.setPeriodic(FIRST_COUNT_MILLIS, COUNT_EVERY.toMillis(), tick -> count());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void settled(RowCounts counts, Duration took) {
        rows.forEach(
                (outcome, counter) -> counter.increment(OUTCOMES.get(outcome).applyAsInt(counts)));
        pieces.record(took);
    }

    private void count() {
        batches.backlog().subscribe().with(found -> last = found, failure -> last = null);
    }

    private void gauge(String name, String description, ToDoubleFunction<BatchStore.Backlog> figure) {
        Gauge.builder(name, this, metrics -> metrics.last == null ? Double.NaN : figure.applyAsDouble(metrics.last))
                .description(description)
                .register(registry);
    }
}
