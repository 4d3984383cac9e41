package jp.shikaku.registration.overlap;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import jp.shikaku.registration.overlap.OverlapListStore.Leased;
import jp.shikaku.registration.pace.Pace;

/**
 * Compiles the list that is under way, part by part, and rests between parts while others are served. One replica holds
 * the lease; when it is gone another goes on after the last part that was written down.
 */
@ApplicationScoped
class OverlapListRunner {

    private static final Logger LOG = Logger.getLogger(OverlapListRunner.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final int PART = 1_000;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final OverlapListStore store;
    private final OverlapFinder finder;
    private final Pace pace;
    private final Vertx vertx;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile long timer;

    OverlapListRunner(OverlapListStore store, OverlapFinder finder, Pace pace, Vertx vertx) {
        this.store = store;
        this.finder = finder;
        this.pace = pace;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    void look() {
        if (stopped || !working.compareAndSet(false, true)) {
            return;
        }
        store.lease(LEASE)
                .subscribe()
                .with(
                        leased -> leased.ifPresentOrElse(this::work, () -> working.set(false)),
                        failure -> pauseAfter(failure));
    }

    private void work(Leased leased) {
        if (stopped) {
            working.set(false);
            return;
        }
        long start = System.nanoTime();
        finder.next(leased.last(), PART, leased.day())
                .flatMap(part -> {
                    if (part.last() == null) {
                        return store.finish(leased.id()).replaceWith(() -> (Runnable) () -> working.set(false));
                    }
                    Duration rest = pace.rest(Duration.ofNanos(System.nanoTime() - start));
                    return store.advance(leased, part, LEASE.plus(rest))
                            .map(goesOn -> next(goesOn, leased.after(part.last()), rest));
                })
                .subscribe()
                .with(Runnable::run, this::pauseAfter);
    }

    private Runnable next(boolean goesOn, Leased leased, Duration rest) {
        if (!goesOn) {
            return () -> working.set(false);
        }
        // Never less than a millisecond: also without rest the stack of a long list does not grow.
        return () -> vertx.setTimer(Math.max(1, rest.toMillis()), tick -> work(leased));
    }

    /** The lease runs out by itself; then somebody tries again. */
    private void pauseAfter(Throwable failure) {
        LOG.warnf("the list of overlaps pauses: %s", failure.getClass().getName());
        working.set(false);
    }
}
