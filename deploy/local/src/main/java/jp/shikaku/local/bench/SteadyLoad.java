package jp.shikaku.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

import jp.shikaku.local.http.Answer;

/**
 * So many requests a second, whether earlier ones were answered or not. Each is timed from the moment at which it was due:
 * a server that stands still is not let off.
 */
final class SteadyLoad {

    /**
     * One request.
     *
     * @param due by {@link System#nanoTime}
     * @param nanos from then to its answer; negative when it was not answered with success
     */
    record Sample(long due, long nanos) {}

    /** @param refused how many were not answered with success */
    record Result(long sent, long refused, double p50Millis, double p99Millis, double maxMillis) {

        static Result of(Collection<Sample> samples) {
            long[] served = samples.stream()
                    .mapToLong(Sample::nanos)
                    .filter(nanos -> nanos >= 0)
                    .sorted()
                    .toArray();
            return new Result(
                    samples.size(),
                    samples.size() - served.length,
                    millis(served, 0.5),
                    millis(served, 0.99),
                    millis(served, 1));
        }

        String told() {
            return "p50 %.1f ms, p99 %.1f ms, max %.1f ms, refused %d"
                    .formatted(p50Millis, p99Millis, maxMillis, refused);
        }
    }

    private SteadyLoad() {}

    static Result run(int perSecond, Duration duration, LongFunction<CompletableFuture<Answer>> request) {
        long count = perSecond * duration.toNanos() / 1_000_000_000L;
        return Result.of(run(perSecond, index -> index < count, request));
    }

    /** @param goesOn asked before each request, with its index */
    static List<Sample> run(int perSecond, LongPredicate goesOn, LongFunction<CompletableFuture<Answer>> request) {
        long pause = 1_000_000_000L / perSecond;
        long begun = System.nanoTime();
        List<CompletableFuture<Sample>> answers = new ArrayList<>();
        for (long i = 0; goesOn.test(i); i++) {
            long due = begun + i * pause;
            LockSupport.parkNanos(due - System.nanoTime());
            answers.add(request.apply(i).handle((answer, failure) -> sample(due, failure == null && answer.ok())));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static Sample sample(long due, boolean served) {
        return new Sample(due, served ? System.nanoTime() - due : -1);
    }

    private static double millis(long[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * quantile))] / 1e6;
    }
}
