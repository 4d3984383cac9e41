package jp.shikaku.registration.pace;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StockWalkTest {

    private final Vertx vertx = Vertx.vertx();
    private final LiveTraffic traffic = new LiveTraffic();
    private final Parts parts = new Parts();
    private final StockWalk walk = new StockWalk(parts, new Pace(traffic, 0.5), vertx);

    /** A job of so many parts, which writes down what is asked of it. */
    private static final class Parts implements StockJob {

        final AtomicInteger leased = new AtomicInteger();
        final List<Integer> kept = new CopyOnWriteArrayList<>();
        final List<Duration> leases = new CopyOnWriteArrayList<>();
        volatile int count = 3;
        volatile int failing = -1;

        @Override
        public String name() {
            return "a job";
        }

        @Override
        public Uni<Optional<Step>> lease(Duration lease) {
            leased.incrementAndGet();
            return Uni.createFrom().item(next());
        }

        private Optional<Step> next() {
            return kept.size() < count ? Optional.of(this::work) : Optional.empty();
        }

        private Uni<Done> work() {
            int part = kept.size();
            if (part == failing) {
                failing = -1;
                return Uni.createFrom().failure(new IOException("gone"));
            }
            return Uni.createFrom().item((worked, lease) -> {
                kept.add(part);
                leases.add(lease);
                return Uni.createFrom().item(next());
            });
        }
    }

    @AfterEach
    void close() {
        walk.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void oneLookDoesAllPartsInTheirOrder() {
        walk.look();

        await().untilAsserted(() -> assertThat(parts.kept).containsExactly(0, 1, 2));
        assertThat(parts.leased).hasValue(1);
    }

    @Test
    void whileItWorksNobodyElseBegins() {
        parts.count = 200;
        walk.look();
        walk.look();

        await().untilAsserted(() -> assertThat(parts.kept).hasSize(200));
        assertThat(parts.leased).hasValue(1);
    }

    @Test
    void afterAFailureTheNextLookGoesOnAfterTheLastPartThatWasKept() {
        parts.failing = 1;
        walk.look();
        await().untilAsserted(() -> assertThat(parts.failing).isEqualTo(-1));
        assertThat(parts.kept).containsExactly(0);

        await().until(() -> {
            walk.look();
            return parts.kept.size() == 3;
        });
        assertThat(parts.kept).containsExactly(0, 1, 2);
    }

    @Test
    void aLongRestBesideLiveTrafficIsPartOfTheLease() throws IOException {
        traffic.filter(null);
        walk.look();

        await().untilAsserted(() -> assertThat(parts.leases).hasSize(3));
        assertThat(parts.leases.get(0)).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void whatIsStoppedDoesNothingMore() {
        walk.stop();
        walk.look();

        assertThat(parts.leased).hasValue(0);
        assertThat(parts.kept).isEmpty();
    }
}
