package jp.shikaku.registration.report;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Looks for prepared reports whose day has come. Every replica looks; the database lets each report be taken by one. */
@ApplicationScoped
class DueReportsTimer {

    private static final Logger LOG = Logger.getLogger(DueReportsTimer.class);

    private final DueReports due;
    private final ReportConfig config;
    private final Vertx vertx;

    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped = true;
    private volatile long timer;

    DueReportsTimer(DueReports due, ReportConfig config, Vertx vertx) {
        this.due = due;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        timer = vertx.setPeriodic(config.lookForDueEvery().toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (stopped || !looking.compareAndSet(false, true)) {
            return;
        }
        due.takeUp().subscribe().with(this::looked, failure -> {
            LOG.warnf(
                    "prepared reports cannot be looked at: %s",
                    failure.getClass().getName());
            looking.set(false); // the next tick tries again
        });
    }

    private void looked(boolean maybeMore) {
        looking.set(false);
        if (maybeMore) {
            look();
        }
    }
}
