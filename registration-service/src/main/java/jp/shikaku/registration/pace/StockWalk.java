package jp.shikaku.registration.pace;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import jp.shikaku.registration.pace.StockJob.Step;

/** Works on a job while its lease is held, part by part, and rests between parts while others are served. */
final class StockWalk {

    private static final Logger LOG = Logger.getLogger(StockWalk.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final StockJob job;
    private final Pace pace;
    private final Vertx vertx;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stopped;

    StockWalk(StockJob job, Pace pace, Vertx vertx) {
        this.job = job;
        this.pace = pace;
        this.vertx = vertx;
    }

    void look() {
        if (stopped || !working.compareAndSet(false, true)) {
            return;
        }
        job.lease(LEASE)
                .subscribe()
                .with(step -> step.ifPresentOrElse(this::work, () -> working.set(false)), this::pauseAfter);
    }

    void stop() {
        stopped = true;
    }

    private void work(Step step) {
        if (stopped) {
            working.set(false);
            return;
        }
        long start = System.nanoTime();
        step.work()
                .flatMap(done -> {
                    Duration worked = Duration.ofNanos(System.nanoTime() - start);
                    Duration rest = pace.rest(worked);
                    return done.keep(worked, LEASE.plus(rest)).map(next -> goingOn(next, rest));
                })
                .subscribe()
                .with(Runnable::run, this::pauseAfter);
    }

    private Runnable goingOn(Optional<Step> next, Duration rest) {
        // Never less than a millisecond: also without rest the stack of a long job does not grow.
        return () -> next.ifPresentOrElse(
                step -> vertx.setTimer(Math.max(1, rest.toMillis()), tick -> work(step)), () -> working.set(false));
    }

    /** The lease runs out by itself; then somebody tries again. */
    private void pauseAfter(Throwable failure) {
        LOG.warnf("%s pauses: %s", job.name(), failure.getClass().getName());
        working.set(false);
    }
}
