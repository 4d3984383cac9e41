package jp.shikaku.eligibility.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Answers pieces, so many at once as there are threads, and no more: whoever asks a single question is to notice nothing.
 * Every replica has its own; a piece whose replica has died is taken up by another once its lease has run out.
 */
@ApplicationScoped
class BatchWorker {

    private static final Logger LOG = Logger.getLogger(BatchWorker.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final PieceStore pieces;
    private final PieceWork work;
    private final BatchStore batches;
    private final BatchConfig config;

    private final Semaphore woken = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    BatchWorker(PieceStore pieces, PieceWork work, BatchStore batches, BatchConfig config) {
        this.pieces = pieces;
        this.work = work;
        this.batches = batches;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < config.workers(); i++) {
            boolean keepsHouse = i == 0;
            Thread thread = new Thread(() -> work(UUID.randomUUID(), keepsHouse), "batch-worker-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** The pieces that are under way are finished; what is left is taken up by other replicas. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        long until = System.nanoTime() + FAREWELL.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    /** A batch has arrived. */
    void wake() {
        woken.release(Math.max(1, config.workers()));
    }

    private void work(UUID self, boolean keepsHouse) {
        Duration backOff = Duration.ZERO;
        long housekeptAt = System.nanoTime() - HOUSEKEEPING.toNanos();
        while (!stopped) {
            try {
                if (keepsHouse && System.nanoTime() - housekeptAt >= HOUSEKEEPING.toNanos()) {
                    batches.purge().await().atMost(PATIENCE);
                    housekeptAt = System.nanoTime();
                }
                boolean worked = workOnOne(self);
                backOff = Duration.ZERO;
                if (!worked) {
                    sleep(config.poll());
                }
            } catch (RuntimeException e) {
                // Nothing is lost: what was not answered waits.
                LOG.warnf("batches wait: %s", e.getClass().getName());
                backOff = longer(backOff);
                sleep(backOff);
            }
        }
    }

    private boolean workOnOne(UUID self) {
        Optional<Piece> piece = pieces.claim(self, config.lease()).await().atMost(PATIENCE);
        piece.ifPresent(claimed -> work.work(self, claimed));
        return piece.isPresent();
    }

    private static Duration longer(Duration backOff) {
        Duration doubled = backOff.isZero() ? Duration.ofMillis(250) : backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    }

    private void sleep(Duration atMost) {
        try {
            woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
