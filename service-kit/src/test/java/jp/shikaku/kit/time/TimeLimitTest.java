package jp.shikaku.kit.time;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TimeLimitTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() {
        vertx.close();
    }

    @Test
    void whatDoesNotComeInTimeFailsOnTheLoopThatWaits() throws Exception {
        var failedOn = new CompletableFuture<Boolean>();
        ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();

        loop.runOnContext(nothing -> new TimeLimit(Duration.ofMillis(20))
                .on(Uni.createFrom().nothing())
                .onFailure(TimeoutException.class)
                .invoke(() -> failedOn.complete(loop.nettyEventLoop().inEventLoop()))
                .subscribe()
                .with(item -> {}, failure -> {}));

        assertThat(failedOn.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLimitThatWasNotReachedIsForgotten() throws Exception {
        ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
        var answer = new WeakReference<>(new Object());
        var answered = new CompletableFuture<Void>();

        loop.runOnContext(nothing -> {
            Uni<Object> found = Uni.createFrom().item(answer::get);
            new TimeLimit(Duration.ofHours(1))
                    .on(found.onItem()
                            .delayIt()
                            .onExecutor(loop.nettyEventLoop())
                            .by(Duration.ofMillis(1)))
                    .subscribe()
                    .with(item -> answered.complete(null), answered::completeExceptionally);
        });
        answered.get(10, TimeUnit.SECONDS);

        await().until(() -> {
            System.gc();
            return answer.get() == null;
        });
    }

    @Test
    void nobodyNeedsALoop() {
        assertThatThrownBy(() -> new TimeLimit(Duration.ofMillis(20))
                        .on(Uni.createFrom().nothing())
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isInstanceOf(TimeoutException.class);
    }
}
