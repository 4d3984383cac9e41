package jp.shikaku.eligibility.audit;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * How far the seals are behind the looks; what each figure means is told in {@code docs/metrics.md}. Counted now and then,
 * never when somebody looks; not a number while that is not possible.
 */
@ApplicationScoped
class LookMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private final MeterRegistry registry;
    private final LookChain chain;
    private final Vertx vertx;
    private volatile LookChain.Backlog last;
    private volatile long timer;

    LookMetrics(MeterRegistry registry, LookChain chain, Vertx vertx) {
        this.registry = registry;
        this.chain = chain;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        gauge("shikaku.audit.unsealed", "Looks that no seal covers yet", LookChain.Backlog::looks);
        gauge(
                "shikaku.audit.unsealed.oldest.age",
                "Seconds since the oldest look that no seal covers",
                LookChain.Backlog::oldestSeconds);
        timer = vertx.setPeriodic(FIRST_COUNT_MILLIS, COUNT_EVERY.toMillis(), tick -> count());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void count() {
        chain.backlog().subscribe().with(found -> last = found, failure -> last = null);
    }

    private void gauge(String name, String description, ToDoubleFunction<LookChain.Backlog> figure) {
        Gauge.builder(name, this, metrics -> metrics.last == null ? Double.NaN : figure.applyAsDouble(metrics.last))
                .description(description)
                .register(registry);
    }
}
