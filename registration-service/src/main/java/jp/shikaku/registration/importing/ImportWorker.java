package jp.shikaku.registration.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Takes files in, one at a time in turns, on a thread of its own. There is one in every replica; a file whose replica
 * has died is taken on by another once its lease has run out.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final ImportRuns runs;
    private final WorkStore work;
    private final RefusalStore refusals;
    private final ImportConfig config;
    private final Clock clock;

    private final UUID self = UUID.randomUUID();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopped;
    private volatile Thread thread;

    ImportWorker(ImportRuns runs, WorkStore work, RefusalStore refusals, ImportConfig config, Clock clock) {
        this.runs = runs;
        this.work = work;
        this.refusals = refusals;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.working()) {
            thread = new Thread(this::work, "import-worker");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The transaction that is under way is finished, and what is left goes to another replica at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            thread.join(FAREWELL.toMillis());
        }
    }

    /** A file has arrived. */
    void wake() {
        woken.release();
    }

    private void work() {
        Duration backOff = Duration.ZERO;
        long housekeptAt = System.nanoTime() - HOUSEKEEPING.toNanos();
        while (!stopped) {
            try {
                if (System.nanoTime() - housekeptAt >= HOUSEKEEPING.toNanos()) {
                    keepHouse();
                    housekeptAt = System.nanoTime();
                }
                boolean worked = takeTurn();
                backOff = Duration.ZERO;
                if (!worked) {
                    sleep(config.poll());
                }
            } catch (RuntimeException e) {
                // Nothing is lost: the file is taken on from the last row that was noted.
                LOG.warnf("files are not taken in right now: %s", e.getClass().getName());
                backOff = longer(backOff);
                sleep(backOff);
            }
        }
    }

    private boolean takeTurn() {
        Optional<StoredImport> claimed = work.claim(self).await().atMost(PATIENCE);
        claimed.ifPresent(file -> runs.takeTurn(self, file, () -> stopped));
        return claimed.isPresent();
    }

    private void keepHouse() {
        work.throwAwayAbandoned().await().atMost(PATIENCE);
        refusals.purge(clock.instant().minus(config.keepRefusals())).await().atMost(PATIENCE);
    }

    private static Duration longer(Duration backOff) {
        Duration doubled = backOff.isZero() ? Duration.ofMillis(250) : backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    }

    private void sleep(Duration atMost) {
        try {
            if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
