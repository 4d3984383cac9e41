package jp.shikaku.registration.mislink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;
import jp.shikaku.registration.mislink.MislinkStore.OpenCases;

/** How many suspected wrong links wait for their insurers, and how many of them are still shown. */
@ApplicationScoped
class MislinkMetrics {

    private final Figures figures;
    private final MislinkStore store;
    private final MislinkConfig config;
    private final Pool pool;

    MislinkMetrics(Figures figures, MislinkStore store, MislinkConfig config, Pool pool) {
        this.figures = figures;
        this.store = store;
        this.config = config;
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        Counted<OpenCases> open = figures.counted(config.countEvery(), () -> store.open(pool));
        open.gauge("shikaku.mislinks.open", "Cases that no insurer has decided", OpenCases::all);
        open.gauge(
                "shikaku.mislinks.stopping",
                "Open cases whose display eligibility has not stopped yet",
                OpenCases::stopping);
    }
}
