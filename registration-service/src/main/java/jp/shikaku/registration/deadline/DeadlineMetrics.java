package jp.shikaku.registration.deadline;

import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineState;

/**
 * How many periods run, for whoever watches over it; what each figure means is told in {@code docs/metrics.md}. Counted
 * now and then, never when somebody looks; not a number while that is not possible.
 */
@ApplicationScoped
class DeadlineMetrics {

    private final MeterRegistry registry;
    private final DeadlineTallies tallies;
    private final DeadlineConfig config;
    private final Vertx vertx;
    private volatile Map<DeadlineClock, Map<DeadlineState, Long>> last = Map.of();
    private volatile long timer;

    DeadlineMetrics(MeterRegistry registry, DeadlineTallies tallies, DeadlineConfig config, Vertx vertx) {
        this.registry = registry;
        this.tallies = tallies;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        for (DeadlineClock clock : DeadlineClock.values()) {
            for (DeadlineState state : DeadlineState.values()) {
                if (state.isRunning()) {
                    Gauge.builder("shikaku.deadlines", this, metrics -> metrics.count(clock, state))
                            .description("Reports that wait for a party, by how their period stands")
                            .tag("clock", clock.name().toLowerCase(Locale.ROOT))
                            .tag("state", state.name().toLowerCase(Locale.ROOT))
                            .register(registry);
                }
            }
        }
        timer = vertx.setPeriodic(config.countEvery().toMillis(), tick -> count());
        count();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void count() {
        tallies.running().subscribe().with(counts -> last = counts, failure -> last = Map.of());
    }

    private double count(DeadlineClock clock, DeadlineState state) {
        Map<DeadlineState, Long> counts = last.get(clock);
        return counts == null ? Double.NaN : counts.get(state);
    }
}
