package jp.shikaku.registration.deadline;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;

import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** How many periods run. */
@ApplicationScoped
class DeadlineMetrics {

    private final Figures figures;
    private final DeadlineTallies tallies;
    private final DeadlineConfig config;

    DeadlineMetrics(Figures figures, DeadlineTallies tallies, DeadlineConfig config) {
        this.figures = figures;
        this.tallies = tallies;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        Counted<Map<DeadlineClock, Map<DeadlineState, Long>>> running =
                figures.counted(config.countEvery(), tallies::running);
        for (DeadlineClock clock : DeadlineClock.values()) {
            for (DeadlineState state : DeadlineState.values()) {
                if (state.isRunning()) {
                    running.gauge(
                            "shikaku.deadlines",
                            "Reports that wait for a party, by how their period stands",
                            Tags.of("clock", Counted.tag(clock), "state", Counted.tag(state)),
                            counts -> counts.get(clock).get(state));
                }
            }
        }
    }
}
