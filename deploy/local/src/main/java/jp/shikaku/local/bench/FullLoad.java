package jp.shikaku.local.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import jp.shikaku.local.http.Answer;

/** As many requests as are answered when so many are always under way. */
final class FullLoad {

    private static final int UNDER_WAY = 32;

    private FullLoad() {}

    /** @return answers of success a second */
    static double run(int seconds, Supplier<CompletableFuture<Answer>> request) throws InterruptedException {
        var free = new Semaphore(UNDER_WAY);
        var answered = new LongAdder();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
            free.acquire();
            request.get().whenComplete((answer, failure) -> {
                if (failure == null && answer.ok()) {
                    answered.increment();
                }
                free.release();
            });
        }
        free.acquire(UNDER_WAY);
        return answered.sum() * 1e9 / (System.nanoTime() - begun);
    }
}
