package jp.shikaku.registration.linkage;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Keeps the outbox empty: takes what is due as soon as somebody wakes it, and a few times a second anyhow. Takes no more
 * than it can have on the way at once. Nothing here waits on a thread.
 */
@ApplicationScoped
class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);

    private final Outbox outbox;
    private final Delivery delivery;
    private final LinkageConfig config;
    private final Vertx vertx;

    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean stopped = true;
    private volatile long timer;

    OutboxSender(Outbox outbox, Delivery delivery, LinkageConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
    }

    /** What is on its way is not waited for: it is sent again by who finds its lease run out, and applied once. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    void wake() {
        woken.set(true);
        claimWhatIsDue();
    }

    private void claimWhatIsDue() {
        int free = config.inFlight() - inFlight.get();
        if (stopped || free <= 0 || !claiming.compareAndSet(false, true)) {
            return; // who is claiming, or comes back, looks at woken
        }
        woken.set(false);
        outbox.claim(free, config.lease()).subscribe().with(items -> send(items, items.size() == free), failure -> {
            LOG.debugf("the outbox cannot be read: %s", failure.getClass().getName());
            claiming.set(false); // the next tick tries again
        });
    }

    private void send(List<OutboxItem> items, boolean maybeMore) {
        inFlight.addAndGet(items.size());
        claiming.set(false);
        items.forEach(this::send);
        if (maybeMore || woken.get()) {
            claimWhatIsDue();
        }
    }

    private void send(OutboxItem item) {
        delivery.attempt(item).subscribe().with(done -> cameBack(), failure -> {
            // Its lease runs out, and it is taken up again.
            LOG.warnf("%s could not be marked: %s", item, failure.getClass().getName());
            cameBack();
        });
    }

    /** There is room again, and the next version of the same enrolment may have waited for this one. */
    private void cameBack() {
        inFlight.decrementAndGet();
        wake();
    }
}
