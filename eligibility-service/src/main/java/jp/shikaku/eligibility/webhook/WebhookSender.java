package jp.shikaku.eligibility.webhook;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import jp.shikaku.eligibility.webhook.Delivery.Outcome;

/** Sends what is to be sent as soon as somebody wakes it, and looks for it now and then. Nothing here waits on a thread. */
@ApplicationScoped
public class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final long HOUSEKEEPING_MILLIS = 60_000;

    private final WebhookOutbox outbox;
    private final MessageCall call;
    private final WebhookMetrics metrics;
    private final WebhookConfig config;
    private final Vertx vertx;
    private final BackOff backOff;

    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean stopped = true;
    private volatile long timer;
    private volatile long housekeeper;

    WebhookSender(WebhookOutbox outbox, MessageCall call, WebhookMetrics metrics, WebhookConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.call = call;
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
        this.backOff = new BackOff(config.firstBackOff(), config.longestBackOff());
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
        housekeeper = vertx.setPeriodic(HOUSEKEEPING_MILLIS, tick -> tidy());
    }

    /** What is on its way is not waited for: its lease runs out, and it is sent again. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
        vertx.cancelTimer(housekeeper);
    }

    /** There may be something to be sent. */
    public void wake() {
        woken.set(true);
        claim();
    }

    private void claim() {
        int webhooks = (config.concurrency() - inFlight.get()) / config.atOnce();
        if (stopped || webhooks <= 0 || !claiming.compareAndSet(false, true)) {
            return; // who is claiming, or comes back, looks at woken
        }
        woken.set(false);
        outbox.claim(webhooks, config.atOnce(), config.lease()).subscribe().with(this::send, failure -> {
            LOG.debugf("webhooks rest: %s", failure.getClass().getName());
            claiming.set(false); // the next tick tries again
        });
    }

    private void send(List<Delivery> deliveries) {
        inFlight.addAndGet(deliveries.size());
        claiming.set(false);
        deliveries.forEach(delivery -> call.attempt(delivery)
                .flatMap(outcome -> settle(delivery, outcome))
                .subscribe()
                .with(done -> cameBack(), failure -> {
                    // Its lease runs out, and it is sent again.
                    LOG.warnf(
                            "message %s could not be marked: %s",
                            delivery.id(), failure.getClass().getName());
                    cameBack();
                }));
        if (!deliveries.isEmpty() || woken.get()) {
            claim();
        }
    }

    private Uni<Void> settle(Delivery delivery, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return outbox.failed(delivery, failed, backOff.after(delivery.failures() + 1), config.giveUpAfter())
                    .invoke(dead -> {
                        metrics.failed();
                        if (dead) {
                            metrics.dead(1);
                            LOG.warnf(
                                    "message %s to webhook %s is given up: %s",
                                    delivery.id(), delivery.webhook(), failed.reason());
                        }
                    })
                    .replaceWithVoid();
        }
        return outbox.taken(delivery)
                .invoke(seconds -> seconds.ifPresent(metrics::taken))
                .replaceWithVoid();
    }

    private void cameBack() {
        inFlight.decrementAndGet();
        wake();
    }

    private void tidy() {
        outbox.giveUp(config.giveUpAfter())
                .invoke(metrics::dead)
                .flatMap(gone -> outbox.forgetDead(config.keepDeadLetters()))
                .subscribe()
                .with(
                        gone -> LOG.debugf("%d dead letters are forgotten", gone),
                        failure -> LOG.debugf(
                                "messages are not tidied up: %s",
                                failure.getClass().getName()));
    }
}
