package jp.shikaku.registration.linkage;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.kit.database.Channel;

/**
 * Tells the senders of other replicas that something was queued, by PostgreSQL's LISTEN and NOTIFY: as the transaction
 * commits, and not at all when it does not. It saves waiting and nothing depends on it; who misses it finds the row at
 * the next look into the outbox.
 */
@ApplicationScoped
class Bell {

    private static final String CHANNEL = "shikaku_linkage";

    /**
     * Transactions that notify commit one behind the other, in the whole server. Under load the others are awake anyhow.
     */
    private static final long REST_NANOS = Duration.ofMillis(20).toNanos();

    private final Channel channel;
    private final String self = UUID.randomUUID().toString();
    private final AtomicLong lastRung = new AtomicLong(System.nanoTime() - REST_NANOS);

    Bell(@ReactiveDataSource("linkage") Pool pool, Vertx vertx) {
        this.channel = new Channel(pool, vertx, CHANNEL);
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
        channel.listen(word -> {
            if (!word.equals(self)) {
                whenRung.run();
            }
        });
    }

    void stop() {
        channel.stop();
    }
}
