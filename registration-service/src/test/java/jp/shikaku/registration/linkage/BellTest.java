package jp.shikaku.registration.linkage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** One replica's clearing wakes the senders of the others. */
@RegistrationTest
class BellTest {

    private static final Duration LONGER_THAN_ONE_CALL = Duration.ofMillis(100);

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    LocalPostgres postgres;

    private final AtomicInteger heard = new AtomicInteger();
    private Bell here;
    private Bell there;

    @BeforeEach
    void twoReplicas() {
        here = new Bell(pool, vertx);
        there = new Bell(pool, vertx);
        there.listen(heard::incrementAndGet);
        await().until(() -> heard.get() == 1); // it looks once when the line is up
    }

    @AfterEach
    void stop() {
        there.stop();
    }

    @Test
    void theOtherReplicaHearsACommit() {
        ring(here);

        await().until(() -> heard.get() == 2);
    }

    @Test
    void whatIsRolledBackIsNotHeard() {
        assertThatThrownBy(() -> pool.withTransaction(transaction -> here.ring(transaction)
                                .flatMap(rung -> Uni.createFrom().failure(new IllegalStateException("no"))))
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);

        ring(new Bell(pool, vertx));
        await().until(() -> heard.get() == 2);
        await().during(LONGER_THAN_ONE_CALL).until(() -> heard.get() == 2);
    }

    @Test
    void nobodyIsWokenByItself() {
        ring(there);

        ring(here);
        await().until(() -> heard.get() == 2);
        await().during(LONGER_THAN_ONE_CALL).until(() -> heard.get() == 2);
    }

    @Test
    void underLoadItRingsNowAndThenOnly() {
        for (int i = 0; i < 200; i++) {
            ring(here);
        }

        await().until(() -> heard.get() > 1);
        assertThat(heard.get()).isLessThan(150);
    }

    @Test
    void aBrokenLineIsMendedAndWhatWasMissedIsLookedFor() {
        Rows rows = new Rows(postgres);
        assertThat(rows.column("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'"))
                .isNotEmpty();

        await().until(() -> heard.get() == 2);
        ring(here);
        await().until(() -> heard.get() == 3);
    }

    private void ring(Bell bell) {
        pool.withTransaction(bell::ring).await().indefinitely();
    }
}
