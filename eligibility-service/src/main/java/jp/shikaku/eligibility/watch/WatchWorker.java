package jp.shikaku.eligibility.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import jp.shikaku.eligibility.webhook.WebhookSender;
import jp.shikaku.kit.database.Channel;
import jp.shikaku.kit.problem.Outage;

/** Checks marked watches as soon as somebody wakes it, here or in another replica, and passes on that there is news. */
@ApplicationScoped
class WatchWorker {

    private static final Logger LOG = Logger.getLogger(WatchWorker.class);

    /** An empty word says that watches are to be checked, any other that there are events for the institution of that code. */
    static final String CHANNEL = "shikaku_watch";

    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);

    private final WatchCheck check;
    private final WatchStore store;
    private final WatchFeed feed;
    private final WatchAudience audience;
    private final Channel line;
    private final WebhookSender sender;
    private final WatchConfig config;
    private final Clock clock;
    private final Vertx vertx;

    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    /** Quarkus first waits for open requests and then says that it stops; a stream would keep it waiting for nothing. */
    private final Thread curtain;

    private volatile boolean oneByOne;
    private volatile boolean stopped = true;
    private volatile long timer;
    private volatile long housekeeper;

    WatchWorker(
            WatchCheck check,
            WatchStore store,
            WatchFeed feed,
            WatchAudience audience,
            Pool pool,
            WebhookSender sender,
            WatchConfig config,
            Clock clock,
            Vertx vertx) {
        this.check = check;
        this.store = store;
        this.feed = feed;
        this.audience = audience;
        this.line = new Channel(pool, vertx, CHANNEL);
        this.sender = sender;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.curtain = new Thread(audience::endAll, "watch-streams-end");
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> look());
        housekeeper = vertx.setPeriodic(HOUSEKEEPING.toMillis(), tick -> tidy());
        line.listen(this::heard);
        Runtime.getRuntime().addShutdownHook(curtain);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
        vertx.cancelTimer(housekeeper);
        line.stop();
        audience.endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(curtain);
        } catch (IllegalStateException e) {
            LOG.debug("the process is going down already");
        }
    }

    void wake() {
        woken.set(true);
        workIfIdle();
    }

    private void heard(String word) {
        if (word.isEmpty()) {
            wake();
        } else {
            audience.ring(word);
            sender.wake();
        }
    }

    /** For what nobody told: one question for all streams of this replica. */
    private void look() {
        wake();
        Set<String> present = audience.institutions();
        if (!present.isEmpty()) {
            feed.last(present)
                    .subscribe()
                    .with(
                            audience::ringBehind,
                            failure -> LOG.debugf(
                                    "the feed cannot be read: %s",
                                    failure.getClass().getName()));
        }
    }

    private void workIfIdle() {
        if (stopped || !working.compareAndSet(false, true)) {
            return; // who is working looks at woken before going to rest
        }
        woken.set(false);
        check.next(oneByOne ? 1 : config.page())
                .invoke(this::pass)
                .onFailure(failure -> !Outage.isOutage(failure))
                .recoverWithUni(this::isolate)
                .subscribe()
                .with(done -> rest(done.taken() > 0), failure -> {
                    LOG.debugf("watches rest: %s", failure.getClass().getName());
                    working.set(false); // the next tick tries again
                });
    }

    private void pass(WatchCheck.Done done) {
        if (done.taken() == 0) {
            oneByOne = false;
        }
        if (!done.told().isEmpty()) {
            done.told().forEach(institution -> audience.ring(institution.value()));
            sender.wake();
        }
    }

    /** One of them cannot be checked: each is tried alone, and the one at fault is put off. */
    private Uni<WatchCheck.Done> isolate(Throwable failure) {
        if (!oneByOne) {
            oneByOne = true;
            return Uni.createFrom().item(new WatchCheck.Done(1, Set.of()));
        }
        LOG.errorf("a watch cannot be checked: %s", failure.getClass().getName());
        return check.postpone().replaceWith(new WatchCheck.Done(1, Set.of()));
    }

    private void rest(boolean worked) {
        working.set(false);
        if (worked || woken.get()) {
            workIfIdle();
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        store.expire(now)
                .flatMap(expired -> feed.forget(now.minus(config.keepEvents())))
                .flatMap(gone -> store.forgetEnded(now.minus(config.keepEnded())))
                .subscribe()
                .with(
                        gone -> LOG.debugf("%d watches are forgotten", gone),
                        failure -> LOG.debugf(
                                "watches are not tidied up: %s",
                                failure.getClass().getName()));
    }
}
