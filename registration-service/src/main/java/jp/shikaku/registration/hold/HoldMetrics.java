package jp.shikaku.registration.hold;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;

import jp.shikaku.contracts.hold.HoldAge;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** How many holds are open and how long. */
@ApplicationScoped
class HoldMetrics {

    private final Figures figures;
    private final HoldTallies tallies;
    private final HoldConfig config;

    HoldMetrics(Figures figures, HoldTallies tallies, HoldConfig config) {
        this.figures = figures;
        this.tallies = tallies;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        Counted<Map<HoldEffect, Map<HoldAge, Long>>> open = figures.counted(config.countEvery(), tallies::open);
        for (HoldEffect effect : HoldEffect.values()) {
            for (HoldAge age : HoldAge.values()) {
                open.gauge(
                        "shikaku.holds.open",
                        "Records in doubt, by what that withholds and how long it lasts",
                        Tags.of("effect", Counted.tag(effect), "age_band", Counted.tag(age)),
                        counts -> counts.get(effect).get(age));
            }
        }
    }
}
