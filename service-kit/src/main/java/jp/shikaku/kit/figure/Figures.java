package jp.shikaku.kit.figure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Figures of the tables that all replicas share, for whoever watches over a service; what each means is told in
 * {@code docs/metrics.md}. Counted now and then, never when somebody looks.
 */
@ApplicationScoped
public class Figures {

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private final MeterRegistry registry;
    private final Vertx vertx;
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    Figures(MeterRegistry registry, Vertx vertx) {
        this.registry = registry;
        this.vertx = vertx;
    }

    /** Counts soon, and then again every so often. */
    public <T> Counted<T> counted(Duration every, Supplier<Uni<T>> count) {
        Counted<T> counted = new Counted<>(registry, count);
        timers.add(vertx.setPeriodic(FIRST_COUNT_MILLIS, every.toMillis(), tick -> counted.count()));
        return counted;
    }

    void stop(@Observes ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
    }
}
