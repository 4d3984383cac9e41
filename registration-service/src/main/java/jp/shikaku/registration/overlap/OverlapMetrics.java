package jp.shikaku.registration.overlap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;

import jp.shikaku.contracts.overlap.OverlapState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;
import jp.shikaku.registration.overlap.OverlapTallies.Tally;

/** How many are insured twice, and how old that knowledge is. */
@ApplicationScoped
class OverlapMetrics {

    private static final String TOLD = "Overlaps of which the latest list tells, and that are not closed since";

    private final Figures figures;
    private final OverlapTallies tallies;
    private final OverlapConfig config;
    private final Clock clock;

    OverlapMetrics(Figures figures, OverlapTallies tallies, OverlapConfig config, Clock clock) {
        this.figures = figures;
        this.tallies = tallies;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Counted<Tally> latest = figures.counted(config.countEvery(), tallies::latest);
        latest.gauge("shikaku.overlaps", TOLD, Tags.of("state", Counted.tag(OverlapState.OPEN)), Tally::open);
        latest.gauge("shikaku.overlaps", TOLD, Tags.of("state", Counted.tag(OverlapState.OBJECTED)), Tally::objected);
        latest.gauge("shikaku.overlaps.list.age.days", "Days since the day of the latest list", this::age);
    }

    private double age(Tally tally) {
        return tally.listedOn() == null
                ? Double.NaN
                : ChronoUnit.DAYS.between(tally.listedOn(), JapanTime.today(clock));
    }
}
