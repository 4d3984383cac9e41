package jp.shikaku.registration.hold;

import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import jp.shikaku.contracts.hold.HoldAge;
import jp.shikaku.contracts.hold.HoldEffect;

/**
 * How many holds are open and how long; what each figure means is told in {@code docs/metrics.md}. Counted now and then,
 * never when somebody looks; not a number while that is not possible.
 */
@ApplicationScoped
class HoldMetrics {

    private final MeterRegistry registry;
    private final HoldTallies tallies;
    private final HoldConfig config;
    private final Vertx vertx;
    private volatile Map<HoldEffect, Map<HoldAge, Long>> last = Map.of();
    private volatile long timer;

    HoldMetrics(MeterRegistry registry, HoldTallies tallies, HoldConfig config, Vertx vertx) {
        this.registry = registry;
        this.tallies = tallies;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        for (HoldEffect effect : HoldEffect.values()) {
            for (HoldAge age : HoldAge.values()) {
                Gauge.builder("shikaku.holds.open", this, metrics -> metrics.count(effect, age))
                        .description("Records in doubt, by what that withholds and how long it lasts")
                        .tag("effect", effect.name().toLowerCase(Locale.ROOT))
                        .tag("age_band", age.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
        timer = vertx.setPeriodic(config.countEvery().toMillis(), tick -> count());
        count();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void count() {
        tallies.open().subscribe().with(counts -> last = counts, failure -> last = Map.of());
    }

    private double count(HoldEffect effect, HoldAge age) {
        Map<HoldAge, Long> counts = last.get(effect);
        return counts == null ? Double.NaN : counts.get(age);
    }
}
