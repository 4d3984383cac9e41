package jp.shikaku.registration.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * Keeps the outbox empty: takes what is due as soon as somebody wakes it, here or in another replica, and a few times a
 * second anyhow. Files have a lane of their own, so that nothing of today waits behind them.
 */
@ApplicationScoped
class OutboxSender {

    private final Bell bell;
    private final LinkageConfig config;
    private final Vertx vertx;
    private final Lane express;
    private final Lane bulk;
    private volatile long timer;

    OutboxSender(Outbox outbox, Delivery delivery, Bell bell, LinkageConfig config, Vertx vertx) {
        this.bell = bell;
        this.config = config;
        this.vertx = vertx;
        this.express =
                new Lane(Priority.URGENT, Priority.LIVE, config.expressInFlight(), outbox, delivery, config, vertx);
        this.bulk = new Lane(Priority.BULK, Priority.BULK, config.bulkInFlight(), outbox, delivery, config, vertx);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> look());
        bell.listen(this::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        bell.stop();
        express.stop();
        bulk.stop();
    }

    /** Files wait for the next look: a record of today would have them looked for in vain, fifty times a second. */
    void wake() {
        express.wake();
    }

    private void look() {
        express.wake();
        bulk.wake();
    }
}
