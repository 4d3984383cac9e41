package jp.shikaku.eligibility.watch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

/**
 * Hears from all replicas, by PostgreSQL's LISTEN and NOTIFY, that watches are to be checked (an empty word) or that there
 * are events for an institution (its code). It saves waiting and nothing depends on it; who misses it finds the rows at
 * the next look.
 */
@ApplicationScoped
class WatchLine {

    static final String CHANNEL = "shikaku_watch";

    private static final Logger LOG = Logger.getLogger(WatchLine.class);
    private static final Duration UNTIL_NEXT_CALL = Duration.ofSeconds(1);

    private final Pool pool;
    private final Vertx vertx;
    private final AtomicReference<PgConnection> line = new AtomicReference<>();
    private volatile Consumer<String> listener;

    WatchLine(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void listen(Consumer<String> whenHeard) {
        listener = whenHeard;
        connect();
    }

    void stop() {
        listener = null;
        PgConnection hung = line.getAndSet(null);
        if (hung != null) {
            hung.notificationHandler(nobody -> {}).closeHandler(() -> {});
            hung.query("unlisten *")
                    .execute()
                    .eventually(hung::close)
                    .subscribe()
                    .with(done -> {}, gone -> LOG.debug("the line was down already"));
        }
    }

    private void connect() {
        if (listener == null) {
            return;
        }
        pool.getConnection()
                .flatMap(connection -> listenOn(connection).onFailure().call(connection::close))
                .subscribe()
                .with(listening -> hear(""), failure -> {
                    LOG.debugf("nothing is heard: %s", failure.getClass().getName());
                    connectLater();
                });
    }

    /** Keeps the connection: it goes back to the pool only by breaking. */
    private Uni<Void> listenOn(SqlConnection connection) {
        PgConnection listening = PgConnection.cast(connection);
        listening.notificationHandler(notification -> hear(notification.getPayload()));
        listening.exceptionHandler(
                broken -> LOG.debugf("the line breaks: %s", broken.getClass().getName()));
        listening.closeHandler(this::connectLater);
        line.set(listening);
        return listening.query("listen " + CHANNEL).execute().replaceWithVoid();
    }

    private void connectLater() {
        vertx.setTimer(UNTIL_NEXT_CALL.toMillis(), timer -> connect());
    }

    private void hear(String word) {
        Consumer<String> whoever = listener;
        if (whoever != null) {
            whoever.accept(word);
        }
    }
}
