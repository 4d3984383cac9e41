package jp.shikaku.inquiry.faq.editing;

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

import jp.shikaku.contracts.faq.FaqVersion;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.faq.FaqLibrary;
import jp.shikaku.inquiry.faq.search.FaqShelf;

/**
 * Puts on the shelf what was published, by this replica or another: every few seconds one small question to the
 * database. While it is away, the shelf stays as it was.
 */
@ApplicationScoped
class PublishedFaq {

    private static final Logger LOG = Logger.getLogger(PublishedFaq.class);
    private static final Seen NOTHING = new Seen(-1, LocalDate.MIN);

    private final Pool pool;
    private final DraftStore store;
    private final FaqLibrary files;
    private final FaqShelf shelf;
    private final FaqConfig config;
    private final Clock clock;
    private final Vertx vertx;

    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Seen seen = NOTHING;
    private volatile FaqLibrary library;
    private volatile long timer;

    /** What is on the shelf: which edition, and read for which day. */
    private record Seen(long edition, LocalDate day) {}

    PublishedFaq(
            Pool pool, DraftStore store, FaqLibrary files, FaqShelf shelf, FaqConfig config, Clock clock, Vertx vertx) {
        this.pool = pool;
        this.store = store;
        this.files = files;
        this.shelf = shelf;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.library = files;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(1, config.poll().toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Whether the question {@code id} is published, today or later. */
    boolean knows(String id) {
        return !library.versions(id).isEmpty();
    }

    /** Brings the shelf up to date now. */
    Uni<Void> refresh() {
        LocalDate today = JapanTime.today(clock);
        return store.edition(pool)
                .flatMap(edition -> seen.equals(new Seen(edition, today))
                        ? Uni.createFrom().voidItem()
                        : store.holding(pool, today)
                                .invoke(all -> {
                                    library = files.with(
                                            all.stream().map(FaqVersion::entry).toList());
                                    shelf.replace(library);
                                    seen = new Seen(edition, today);
                                })
                                .replaceWithVoid());
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            refresh().subscribe().with(done -> looking.set(false), failure -> {
                LOG.debugf(
                        "published questions cannot be read: %s",
                        failure.getClass().getName());
                looking.set(false); // the next tick tries again
            });
        }
    }
}
