package jp.shikaku.inquiry.notice.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.notice.WorkingDays;

/** Reminds who has not acknowledged in time. Every replica looks; each reminder is written once. */
@ApplicationScoped
class NoticeReminders {

    private static final Logger LOG = Logger.getLogger(NoticeReminders.class);
    private static final int AT_ONCE = 500;

    private final Pool pool;
    private final RecipientStore recipients;
    private final MailSender sender;
    private final WorkingDays workingDays;
    private final NoticeConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long timer;

    NoticeReminders(
            Pool pool,
            RecipientStore recipients,
            MailSender sender,
            WorkingDays workingDays,
            NoticeConfig config,
            Clock clock,
            Vertx vertx) {
        this.pool = pool;
        this.recipients = recipients;
        this.sender = sender;
        this.workingDays = workingDays;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.remindEvery().toMillis(), tick -> lookUnlessBusy());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void lookUnlessBusy() {
        if (looking.compareAndSet(false, true)) {
            remind().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(
                            done -> {},
                            failure ->
                                    // It is done once that is possible again.
                                    LOG.debugf(
                                            "nobody is reminded right now: %s",
                                            failure.getClass().getName()));
        }
    }

    /** Writes every reminder whose day has come. */
    Uni<Void> remind() {
        LocalDate today = JapanTime.today(clock);
        LocalDate next = workingDays.after(today, config.remindAfterWorkingDays());
        return recipients
                .remind(pool, today, next, config.mostReminders(), AT_ONCE)
                .flatMap(written ->
                        written == AT_ONCE ? remind() : Uni.createFrom().voidItem())
                .invoke(sender::wake);
    }
}
