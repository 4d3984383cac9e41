package jp.shikaku.kit.time;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * How long an answer may take. Counted by the event loop that waits for it, where a limit that was not reached is forgotten
 * at once: Mutiny's own scheduler keeps each until its time has come, with all that hangs on it, and wakes two threads then
 * for nothing.
 */
public record TimeLimit(Duration limit) {

    /** {@code answer}, or a failure with {@link io.smallrye.mutiny.TimeoutException} when it does not come in time. */
    public <T> Uni<T> on(Uni<T> answer) {
        return answer.ifNoItem().after(limit).on(timer()).fail();
    }

    private static ScheduledExecutorService timer() {
        Context context = Vertx.currentContext();
        return context instanceof ContextInternal here ? here.nettyEventLoop() : Infrastructure.getDefaultWorkerPool();
    }
}
