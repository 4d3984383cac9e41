package jp.shikaku.registration.pace;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Looks now and then whether a job over the whole stock is to be worked on. When a replica is gone another goes on after
 * the last part that was written down.
 */
@ApplicationScoped
public class StockWalks {

    private static final long LOOK_EVERY_MILLIS = 500;

    private final List<StockWalk> walks;
    private final Vertx vertx;
    private volatile long timer;

    StockWalks(@All List<StockJob> jobs, Pace pace, Vertx vertx) {
        this.walks = jobs.stream().map(job -> new StockWalk(job, pace, vertx)).toList();
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        walks.forEach(StockWalk::stop);
    }

    /** At once, because a job was begun or is to go on. */
    public void look() {
        walks.forEach(StockWalk::look);
    }
}
