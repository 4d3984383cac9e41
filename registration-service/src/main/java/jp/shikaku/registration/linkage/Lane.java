package jp.shikaku.registration.linkage;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * One way to eligibility, for announcements of some priorities: takes what is due as soon as it is woken, no more than it
 * may have on the way at once. When nothing gets through it pauses, and tries with one version until one does. Nothing
 * here waits on a thread.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Priority first;
    private final Priority last;
    private final int requests;
    private final Outbox outbox;
    private final Delivery delivery;
    private final LinkageConfig config;
    private final Vertx vertx;
    private final BackOff pauses;

    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long claimedAt;
    private volatile boolean paused;
    private volatile boolean stopped;

    /**
     * @param first the most pressing priority that goes this way
     * @param last the least pressing
     * @param requests on their way at once, at most
     */
    Lane(
            Priority first,
            Priority last,
            int requests,
            Outbox outbox,
            Delivery delivery,
            LinkageConfig config,
            Vertx vertx) {
        this.first = first;
        this.last = last;
        this.requests = requests;
        this.outbox = outbox;
        this.delivery = delivery;
        this.config = config;
        this.vertx = vertx;
        this.pauses = new BackOff(config.firstBackOff(), config.longestBackOff());
        this.claimedAt = System.nanoTime() - config.gather().toNanos();
    }

    /** What is on its way is not waited for: it is sent again by who finds its lease run out, and applied once. */
    void stop() {
        stopped = true;
    }

    void wake() {
        woken.set(true);
        claimSoon();
    }

    /** At once after a while of silence. Under load what is cleared within a moment goes together. */
    private void claimSoon() {
        long left = config.gather().toNanos() - (System.nanoTime() - claimedAt);
        if (left <= 0) {
            claimWhatIsDue();
        } else if (gathering.compareAndSet(false, true)) {
            vertx.setTimer(1 + left / 1_000_000, timer -> {
                gathering.set(false);
                claimWhatIsDue();
            });
        }
    }

    private void claimWhatIsDue() {
        boolean trying = failures.get() > 0;
        int free = (trying ? 1 : requests) - inFlight.get();
        if (stopped || paused || free <= 0 || !claiming.compareAndSet(false, true)) {
            return; // who is claiming, or comes back, looks at woken
        }
        woken.set(false);
        claimedAt = System.nanoTime();
        int enrolments = trying ? 1 : config.batch();
        outbox.claim(first, last, enrolments, config.lease())
                .subscribe()
                .with(items -> send(items, items.size() >= enrolments), failure -> {
                    LOG.debugf(
                            "the outbox cannot be read: %s", failure.getClass().getName());
                    claiming.set(false); // the next look tries again
                });
    }

    private void send(List<OutboxItem> items, boolean maybeMore) {
        if (!items.isEmpty()) {
            inFlight.incrementAndGet();
        }
        claiming.set(false);
        if (!items.isEmpty()) {
            attempt(items).subscribe().with(this::cameBack);
        }
        if (maybeMore) {
            claimWhatIsDue();
        } else if (woken.get()) {
            claimSoon();
        }
    }

    private Uni<Boolean> attempt(List<OutboxItem> items) {
        return delivery.attempt(items).onFailure().recoverWithItem(failure -> {
            // Their lease runs out, and they are taken up again.
            LOG.warnf(
                    "%d versions could not be marked, %s the first: %s",
                    items.size(), items.get(0), failure.getClass().getName());
            return false;
        });
    }

    /** There is room again, and the next version of the same enrolment may have waited for this one. */
    private void cameBack(boolean anyTaken) {
        inFlight.decrementAndGet();
        if (anyTaken) {
            failures.set(0);
        } else if (!paused) {
            paused = true;
            vertx.setTimer(pauses.after(failures.incrementAndGet()).toMillis(), timer -> {
                paused = false;
                wake();
            });
        }
        wake();
    }
}
