package jp.shikaku.eligibility.audit;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Seals new looks now and then. Every replica tries; one at a time does. */
@ApplicationScoped
class LookSealer {

    private static final Logger LOG = Logger.getLogger(LookSealer.class);

    private final LookChain chain;
    private final LookConfig config;
    private final Vertx vertx;
    private final AtomicBoolean sealing = new AtomicBoolean();
    private volatile long timer;

    LookSealer(LookChain chain, LookConfig config, Vertx vertx) {
        this.chain = chain;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.sealEvery().toMillis(), tick -> sealUnlessBusy());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** One seal after the other while there are as many looks as a seal takes: batches write faster than one a second. */
    private Uni<Long> sealAll() {
        return chain.seal(config.sealAtOnce())
                .flatMap(looks -> looks < config.sealAtOnce()
                        ? Uni.createFrom().item(looks)
                        : sealAll().map(more -> looks + more));
    }

    private void sealUnlessBusy() {
        if (sealing.compareAndSet(false, true)) {
            sealAll()
                    .onTermination()
                    .invoke(() -> sealing.set(false))
                    .subscribe()
                    .with(
                            looks -> LOG.debugf("%d looks were sealed", looks),
                            // They are sealed once that is possible again.
                            failure -> LOG.warnf(
                                    "looks are not sealed right now: %s",
                                    failure.getClass().getName()));
        }
    }
}
