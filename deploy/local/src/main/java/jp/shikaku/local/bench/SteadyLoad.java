package jp.shikaku.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

import jp.shikaku.local.http.Answer;

/**
 * So many requests a second, whether earlier ones were answered or not. Each is timed from the moment at which it was due:
 * a server that stands still is not let off.
 */
final class SteadyLoad {

    /** @param refused how many were not answered with success */
    record Result(long sent, long refused, double p50Millis, double p99Millis, double maxMillis) {}

    private SteadyLoad() {}

    static Result run(int perSecond, Duration duration, LongFunction<CompletableFuture<Answer>> request) {
        long pause = 1_000_000_000L / perSecond;
        long count = duration.toNanos() / pause;
        long begun = System.nanoTime();
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long due = begun + i * pause;
            LockSupport.parkNanos(due - System.nanoTime());
            answers.add(request.apply(i)
                    .handle((answer, failure) -> failure == null && answer.ok() ? System.nanoTime() - due : -1L));
        }
        long[] took = answers.stream().mapToLong(CompletableFuture::join).toArray();
        long[] served = Arrays.stream(took).filter(nanos -> nanos >= 0).sorted().toArray();
        return new Result(count, count - served.length, millis(served, 0.5), millis(served, 0.99), millis(served, 1));
    }

    private static double millis(long[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * quantile))] / 1e6;
    }
}
