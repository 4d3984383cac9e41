package jp.shikaku.eligibility.oqs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Asks what bulk inquiries ask, one inquiry after the other, a few cards at once. When this replica is killed, another finds
 * the lease run out and goes on: each card has a key of its own, so that it is asked about once whoever asks.
 */
@ApplicationScoped
class OqsBulkWorker {

    private static final Logger LOG = Logger.getLogger(OqsBulkWorker.class);

    /** Longer than sending the largest document takes. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final OqsBulkStore store;
    private final OqsBulkCards cards;
    private final OqsBulkConfig config;
    private final Clock clock;
    private final Vertx vertx;

    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopped = true;
    private volatile long timer;
    private volatile long purger;

    OqsBulkWorker(OqsBulkStore store, OqsBulkCards cards, OqsBulkConfig config, Clock clock, Vertx vertx) {
        this.store = store;
        this.cards = cards;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
        purger = vertx.setPeriodic(PURGE_EVERY.toMillis(), tick -> purge());
    }

    /** What is under way is not waited for: its lease runs out, and it is taken up again. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
        vertx.cancelTimer(purger);
    }

    void wake() {
        woken.set(true);
        workIfIdle();
    }

    private void workIfIdle() {
        if (stopped || !working.compareAndSet(false, true)) {
            return; // who is working looks at woken before going to rest
        }
        woken.set(false);
        UUID lease = UUID.randomUUID();
        store.claim(lease, config.lease())
                .flatMap(claimed -> claimed.map(bulk -> work(bulk, lease).replaceWith(true))
                        .orElse(Uni.createFrom().item(false)))
                .subscribe()
                .with(this::rest, failure -> {
                    LOG.debugf("bulk inquiries rest: %s", failure.getClass().getName());
                    working.set(false); // the next tick tries again
                });
    }

    private void rest(boolean worked) {
        working.set(false);
        if (worked || woken.get()) {
            workIfIdle();
        }
    }

    private Uni<Void> work(OqsBulk bulk, UUID lease) {
        return Multi.createBy()
                .repeating()
                .uni(() -> nextPage(bulk, lease))
                .whilst(more -> more && !stopped)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** @return whether there is more to do */
    private Uni<Boolean> nextPage(OqsBulk bulk, UUID lease) {
        return store.open(bulk, config.page()).flatMap(open -> {
            if (open.isEmpty()) {
                return store.finish(bulk, lease).replaceWith(false);
            }
            return outcomes(bulk, open).flatMap(outcomes -> store.mark(bulk, lease, config.lease(), outcomes)
                    .call(mine -> pauseIf(outcomes.stream().anyMatch(OqsBulk.Outcome.Undetermined.class::isInstance))));
        });
    }

    private Uni<List<OqsBulk.Outcome>> outcomes(OqsBulk bulk, List<OqsBulk.Open> open) {
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUni(card -> cards.ask(bulk, card))
                .merge(config.concurrency())
                .collect()
                .asList();
    }

    private Uni<Void> pauseIf(boolean undetermined) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return undetermined ? now.onItem().delayIt().by(config.backOff()) : now;
    }

    private void purge() {
        store.purge(clock.instant().minus(config.keep()), clock.instant().minus(ABANDONED))
                .subscribe()
                .with(
                        gone -> LOG.debugf("%d bulk inquiries are gone", gone),
                        failure -> LOG.debugf(
                                "bulk inquiries are not purged: %s",
                                failure.getClass().getName()));
    }
}
