package jp.shikaku.kit.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

/**
 * What replicas call to each other by PostgreSQL's LISTEN and NOTIFY. It saves waiting and nothing may depend on it: who
 * misses a word finds the rows at the next look.
 */
public final class Channel {

    private static final Logger LOG = Logger.getLogger(Channel.class);
    private static final Duration UNTIL_NEXT_CALL = Duration.ofSeconds(1);

    private final Pool pool;
    private final Vertx vertx;
    private final String name;
    private final AtomicReference<PgConnection> line = new AtomicReference<>();
    private volatile Consumer<String> listener;

    /** @param name of the channel, a plain identifier of PostgreSQL */
    public Channel(Pool pool, Vertx vertx, String name) {
        this.pool = pool;
        this.vertx = vertx;
        this.name = name;
    }

    /**
     * From now on {@code whenHeard} is given each word, one's own too, and an empty one whenever listening begins anew: what
     * was called meanwhile was missed.
     */
    public void listen(Consumer<String> whenHeard) {
        listener = whenHeard;
        connect();
    }

    public void stop() {
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
        return listening.query("listen " + name).execute().replaceWithVoid();
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
