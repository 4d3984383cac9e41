package jp.shikaku.registration.linkage;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

/**
 * Tells the senders of other replicas that something was queued, by PostgreSQL's LISTEN and NOTIFY: as the transaction
 * commits, and not at all when it does not. It saves waiting and nothing depends on it; who misses it finds the row at
 * the next look into the outbox.
 */
@ApplicationScoped
class Bell {

    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final String CHANNEL = "shikaku_linkage";
    private static final Duration UNTIL_NEXT_CALL = Duration.ofSeconds(1);

    /**
     * Transactions that notify commit one behind the other, in the whole server. Under load the others are awake anyhow.
     */
    private static final long REST_NANOS = Duration.ofMillis(20).toNanos();

    private final Pool pool;
    private final Vertx vertx;
    private final String self = UUID.randomUUID().toString();
    private final AtomicLong lastRung = new AtomicLong(System.nanoTime() - REST_NANOS);
    private final AtomicReference<PgConnection> line = new AtomicReference<>();
    private volatile Runnable heard;

    Bell(@ReactiveDataSource("linkage") Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /** Rings at the commit of {@code transaction}. */
    Uni<Void> ring(SqlConnection transaction) {
        long now = System.nanoTime();
        long last = lastRung.get();
        if (now - last < REST_NANOS || !lastRung.compareAndSet(last, now)) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(CHANNEL, self))
                .replaceWithVoid();
    }

    /** From now on {@code whenRung} runs whenever another replica rings, and after the line was broken. */
    void listen(Runnable whenRung) {
        heard = whenRung;
        connect();
    }

    void stop() {
        heard = null;
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
        if (heard == null) {
            return;
        }
        pool.getConnection()
                .flatMap(connection -> listenOn(connection).onFailure().call(connection::close))
                .subscribe()
                .with(listening -> hear(), failure -> {
                    LOG.debugf("nobody rings: %s", failure.getClass().getName());
                    connectLater();
                });
    }

    /** Keeps the connection: it goes back to the pool only by breaking. */
    private Uni<Void> listenOn(SqlConnection connection) {
        PgConnection listening = PgConnection.cast(connection);
        listening.notificationHandler(notification -> {
            if (!notification.getPayload().equals(self)) {
                hear();
            }
        });
        listening.exceptionHandler(
                broken -> LOG.debugf("the line breaks: %s", broken.getClass().getName()));
        listening.closeHandler(this::connectLater);
        line.set(listening);
        return listening.query("listen " + CHANNEL).execute().replaceWithVoid();
    }

    private void connectLater() {
        vertx.setTimer(UNTIL_NEXT_CALL.toMillis(), timer -> connect());
    }

    private void hear() {
        Runnable listener = heard;
        if (listener != null) {
            listener.run();
        }
    }
}
