package jp.shikaku.eligibility.audit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** How far the seals are behind the looks. */
@ApplicationScoped
class LookMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    private final Figures figures;
    private final LookChain chain;

    LookMetrics(Figures figures, LookChain chain) {
        this.figures = figures;
        this.chain = chain;
    }

    void start(@Observes StartupEvent event) {
        Counted<LookChain.Backlog> backlog = figures.counted(COUNT_EVERY, chain::backlog);
        backlog.gauge("shikaku.audit.unsealed", "Looks that no seal covers yet", LookChain.Backlog::looks);
        backlog.gauge(
                "shikaku.audit.unsealed.oldest.age",
                "Seconds since the oldest look that no seal covers",
                LookChain.Backlog::oldestSeconds);
    }
}
