package jp.shikaku.eligibility.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does one thing many times at the same moment. */
public final class Together {

    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /** What {@code action} returned for 0 to {@code times} − 1, which all began together. */
    public static <T> List<T> run(int times, IntFunction<T> action) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch ready = new CountDownLatch(times);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int turn = i;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return action.apply(turn);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
