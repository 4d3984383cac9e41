package jp.shikaku.local.launch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jp.shikaku.local.problem.LocalException;

/** Does the same for several services at once. */
final class Parallel {

    private Parallel() {}

    /** What is done for one service. */
    @FunctionalInterface
    interface Task {
        void run(Service service) throws Exception;
    }

    /**
     * Returns when all are done, also when one fails: the others are not left half-way.
     *
     * @throws LocalException the first failure
     */
    static void forEach(Collection<Service> services, Task task) {
        var executor = Executors.newCachedThreadPool();
        try {
            var pending = new ArrayList<Future<?>>();
            for (var service : services) {
                pending.add(executor.submit(() -> {
                    task.run(service);
                    return null;
                }));
            }
            await(pending);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(Collection<Future<?>> pending) {
        var failure = (LocalException) null;
        for (var each : pending) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failure = failure == null ? asLocal(e.getCause()) : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalException("Interrupted.", "Run deploy/shikaku up again; it clears up first.", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static LocalException asLocal(Throwable cause) {
        return cause instanceof LocalException local
                ? local
                : new LocalException("Unexpected: " + cause, "Try again; if it stays, report it.", cause);
    }
}
