package jp.shikaku.eligibility.batch;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;

import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** Figures of the batches for whoever watches over them; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class BatchMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    private static final Map<String, ToIntFunction<RowCounts>> OUTCOMES = Map.of(
            "valid", RowCounts::valid,
            "invalid", RowCounts::invalid,
            "invalid_newer_coverage", RowCounts::invalidNewerCoverage,
            "not_found", RowCounts::notFound,
            "several_candidates", RowCounts::severalCandidates,
            "refused", RowCounts::refused,
            "undetermined", RowCounts::undetermined);

    private final Figures figures;
    private final BatchStore batches;
    private final Map<String, Counter> rows;
    private final Timer pieces;

    BatchMetrics(MeterRegistry registry, Figures figures, BatchStore batches) {
        this.figures = figures;
        this.batches = batches;
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
        Counted<BatchStore.Backlog> backlog = figures.counted(COUNT_EVERY, batches::backlog);
        backlog.gauge("shikaku.batch.waiting.rows", "Rows of batches that wait", BatchStore.Backlog::rows);
        backlog.gauge(
                "shikaku.batch.oldest.age", "Seconds that the oldest batch waits", BatchStore.Backlog::oldestSeconds);
    }

    void settled(RowCounts counts, Duration took) {
        rows.forEach(
                (outcome, counter) -> counter.increment(OUTCOMES.get(outcome).applyAsInt(counts)));
        pieces.record(took);
    }
}
