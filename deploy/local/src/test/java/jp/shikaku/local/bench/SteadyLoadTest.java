package jp.shikaku.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.bench.SteadyLoad.Sample;
import jp.shikaku.local.http.Answer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

class SteadyLoadTest {

    @Test
    void asksAtItsRateUntilItIsEnough() {
        List<Sample> samples = SteadyLoad.run(500, index -> index < 50, index -> answered(200));

        assertThat(samples).hasSize(50);
        assertThat(samples.get(49).due() - samples.get(0).due())
                .isEqualTo(Duration.ofMillis(98).toNanos());
    }

    /** The sender waits in the server: those that were due meanwhile are late, too. */
    @Test
    void aServerThatStandsStillIsNotLetOff() {
        List<Sample> samples = SteadyLoad.run(1_000, index -> index < 60, index -> {
            if (index == 10) {
                answered(200, 50).join();
            }
            return answered(200);
        });

        assertThat(samples.get(20).nanos()).isGreaterThan(Duration.ofMillis(30).toNanos());
    }

    @Test
    void whatIsNotAnsweredWithSuccessIsRefusedAndNotTimed() {
        List<Sample> samples = SteadyLoad.run(
                1_000,
                index -> index < 3,
                index -> index == 1
                        ? answered(503)
                        : index == 2 ? CompletableFuture.failedFuture(new IllegalStateException()) : answered(200));

        SteadyLoad.Result result = SteadyLoad.Result.of(samples);
        assertThat(result.sent()).isEqualTo(3);
        assertThat(result.refused()).isEqualTo(2);
    }

    @Test
    void quantilesAreOfThoseServed() {
        SteadyLoad.Result result = SteadyLoad.Result.of(LongStream.rangeClosed(1, 1_000)
                .mapToObj(millis -> new Sample(0, Duration.ofMillis(millis).toNanos()))
                .toList());

        assertThat(result.p50Millis()).isEqualTo(501);
        assertThat(result.p99Millis()).isEqualTo(991);
        assertThat(result.maxMillis()).isEqualTo(1_000);
        assertThat(result.told()).isEqualTo("p50 501.0 ms, p99 991.0 ms, max 1000.0 ms, refused 0");
    }

    private static CompletableFuture<Answer> answered(int status) {
        return CompletableFuture.completedFuture(answer(status));
    }

    private static CompletableFuture<Answer> answered(int status, long afterMillis) {
        return CompletableFuture.supplyAsync(
                () -> answer(status), CompletableFuture.delayedExecutor(afterMillis, MILLISECONDS));
    }

    private static Answer answer(int status) {
        return new Answer(status, MissingNode.getInstance(), "", Duration.ZERO);
    }
}
