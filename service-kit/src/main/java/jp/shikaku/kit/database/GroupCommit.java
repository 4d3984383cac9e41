package jp.shikaku.kit.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import jp.shikaku.kit.time.TimeLimit;

/**
 * Carries out together what arrives while others are under way. Who comes alone waits for nobody; the more arrive, the
 * more go by one transaction, and the less each costs. A further group sets out beside one under way only when it is full,
 * so that neither we nor the database are idle while the other works, or when the one under way is held up, so that nobody
 * waits for somebody else's lock.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class GroupCommit<Q, A> {

    /** Waiting for longer than a group takes: it is held up. */
    private static final Duration HELD_UP = Duration.ofMillis(20);

    private final int atOnce;
    private final int largest;
    private final TimeLimit limit;
    private final Function<List<Q>, Uni<List<A>>> work;
    private final Predicate<Throwable> mayBeOfOne;

    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean watching;

    private record Waiting<Q, A>(Q asked, UniEmitter<? super A> answer, long since) {}

    /**
     * @param atOnce groups under way at most; with one alone nobody gets past a group that is held up
     * @param largest how many go together at most: so many that one more would not make the others cheaper
     * @param patience after which a group counts as failed, whatever becomes of it: its place is needed
     * @param work carries a group out, all or nothing; answers in its order
     * @param mayBeOfOne failures for which a single one of the group may be the reason: each is then tried alone, so that
     *     nobody fails for another
     */
    public GroupCommit(
            int atOnce,
            int largest,
            Duration patience,
            Function<List<Q>, Uni<List<A>>> work,
            Predicate<Throwable> mayBeOfOne) {
        this.atOnce = atOnce;
        this.largest = largest;
        this.limit = new TimeLimit(patience);
        this.work = work;
        this.mayBeOfOne = mayBeOfOne;
    }

    /** Answers on the event loop of who asks. Who does not wait any longer is carried out all the same. */
    public Uni<A> submit(Q asked) {
        Executor home = home();
        return Uni.createFrom()
                .<A>emitter(answer -> {
                    List<Waiting<Q, A>> group;
                    synchronized (this) {
                        waiting.add(new Waiting<>(asked, answer, System.nanoTime()));
                        group = nextGroup();
                    }
                    start(group);
                })
                .emitOn(home);
    }

    private static Executor home() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
    }

    /** Empty when nobody waits, or is to wait no longer. */
    private List<Waiting<Q, A>> nextGroup() {
        if (waiting.isEmpty() || underWay == atOnce) {
            return List.of();
        }
        long left = HELD_UP.toNanos() - (System.nanoTime() - waiting.peek().since());
        if (underWay > 0 && waiting.size() < largest && left > 0) {
            lookAgainIn(left);
            return List.of();
        }
        underWay++;
        List<Waiting<Q, A>> group = new ArrayList<>();
        while (group.size() < largest && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private void lookAgainIn(long nanos) {
        if (!watching) {
            watching = true;
            Infrastructure.getDefaultWorkerPool()
                    .schedule(this::lookAgain, nanos / 1_000_000 + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void lookAgain() {
        List<Waiting<Q, A>> group;
        synchronized (this) {
            watching = false;
            group = nextGroup();
        }
        start(group);
    }

    private void start(List<Waiting<Q, A>> group) {
        if (!group.isEmpty()) {
            carryOut(group).onTermination().invoke(this::ended).subscribe().with(done -> {}, failure -> {});
        }
    }

    private void ended() {
        List<Waiting<Q, A>> next;
        synchronized (this) {
            underWay--;
            next = nextGroup();
        }
        start(next);
    }

    private Uni<Void> carryOut(List<Waiting<Q, A>> group) {
        return Uni.createFrom()
                .deferred(() ->
                        limit.on(work.apply(group.stream().map(Waiting::asked).toList())))
                .invoke(answers -> {
                    for (int i = 0; i < group.size(); i++) {
                        group.get(i).answer().complete(answers.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(group, failure));
    }

    private Uni<Void> failed(List<Waiting<Q, A>> group, Throwable failure) {
        if (group.size() > 1 && mayBeOfOne.test(failure)) {
            return group.stream()
                    .map(one -> carryOut(List.of(one)))
                    .reduce(Uni.createFrom().voidItem(), (before, one) -> before.flatMap(done -> one));
        }
        group.forEach(one -> one.answer().fail(failure));
        return Uni.createFrom().voidItem();
    }
}
