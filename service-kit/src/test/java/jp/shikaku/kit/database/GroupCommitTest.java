package jp.shikaku.kit.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GroupCommitTest {

    private static final class Poison extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final List<UniEmitter<? super List<String>>> underWay = new CopyOnWriteArrayList<>();
    private final AtomicInteger inTransaction = new AtomicInteger();

    private final GroupCommit<Integer, String> commit =
            new GroupCommit<>(1, 3, PATIENCE, this::work, Poison.class::isInstance);

    private Uni<List<String>> work(List<Integer> group) {
        groups.add(group);
        inTransaction.incrementAndGet();
        return Uni.createFrom().emitter(underWay::add);
    }

    @Test
    void whoComesAloneGoesAtOnce() {
        var one = submit(1);

        assertThat(groups).containsExactly(List.of(1));
        end(0);
        one.assertCompleted().assertItem("1");
    }

    @Test
    void whatArrivesMeanwhileGoesTogetherAndInOrder() {
        submit(1);
        var later = List.of(submit(2), submit(3), submit(4), submit(5));
        assertThat(groups).hasSize(1);

        end(0);
        assertThat(groups.get(1)).containsExactly(2, 3, 4);
        end(1);
        assertThat(groups.get(2)).containsExactly(5);
        end(2);

        for (int i = 0; i < later.size(); i++) {
            later.get(i).assertCompleted().assertItem(String.valueOf(i + 2));
        }
    }

    @Test
    void noMoreGroupsThanMayBeAreUnderWay() {
        for (int i = 0; i < 10; i++) {
            submit(i);
        }

        assertThat(inTransaction).hasValue(1);
    }

    @Test
    void aSecondGroupWaitsForTheFirstAsLongAsThatIsNotHeldUp() {
        var two = new GroupCommit<Integer, String>(2, 3, PATIENCE, this::work, Poison.class::isInstance);
        two.submit(1).subscribe().withSubscriber(UniAssertSubscriber.create());
        two.submit(2).subscribe().withSubscriber(UniAssertSubscriber.create());
        two.submit(3).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(groups).containsExactly(List.of(1));

        end(0);

        assertThat(groups).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void aFullGroupWaitsForNobody() {
        var two = new GroupCommit<Integer, String>(2, 3, PATIENCE, this::work, Poison.class::isInstance);
        for (int i = 1; i <= 7; i++) {
            two.submit(i).subscribe().withSubscriber(UniAssertSubscriber.create());
        }

        assertThat(groups).containsExactly(List.of(1), List.of(2, 3, 4));
        end(0);
        assertThat(groups).endsWith(List.of(5, 6, 7));
    }

    @Test
    void nobodyWaitsForAGroupThatIsHeldUp() {
        var two = new GroupCommit<Integer, String>(2, 3, PATIENCE, this::work, Poison.class::isInstance);
        two.submit(1).subscribe().withSubscriber(UniAssertSubscriber.create());
        two.submit(2).subscribe().withSubscriber(UniAssertSubscriber.create());
        two.submit(3).subscribe().withSubscriber(UniAssertSubscriber.create());

        await().untilAsserted(() -> assertThat(groups).containsExactly(List.of(1), List.of(2, 3)));
        two.submit(4).subscribe().withSubscriber(UniAssertSubscriber.create());
        end(1);
        await().untilAsserted(() -> assertThat(groups).endsWith(List.of(4)));
    }

    @Test
    void nobodyFailsForAnother() {
        submit(1);
        var innocent = submit(2);
        var guilty = submit(3);
        end(0);

        underWay.get(1).fail(new Poison());
        assertThat(groups.subList(2, groups.size())).containsExactly(List.of(2));
        end(2);
        underWay.get(3).fail(new Poison());

        innocent.assertCompleted().assertItem("2");
        guilty.assertFailedWith(Poison.class);
        assertThat(submit(4).getItem()).isNull();
        assertThat(groups.get(groups.size() - 1)).containsExactly(4);
    }

    @Test
    void anOutageIsNotTriedAgainForEach() {
        submit(1);
        var two = submit(2);
        var three = submit(3);
        end(0);

        underWay.get(1).fail(new IllegalStateException("no database"));

        two.assertFailedWith(IllegalStateException.class);
        three.assertFailedWith(IllegalStateException.class);
        assertThat(groups).hasSize(2);
    }

    @Test
    void workThatCannotEvenBeginFailsAndTheNextIsTried() {
        var broken = new GroupCommit<Integer, String>(
                1,
                3,
                PATIENCE,
                group -> {
                    throw new IllegalStateException("out of order");
                },
                failure -> false);

        broken.submit(1)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalStateException.class);
        broken.submit(2)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalStateException.class);
    }

    @Test
    void aGroupThatNeverEndsKeepsNobodyElseWaiting() {
        var impatient = new GroupCommit<Integer, String>(
                1,
                3,
                Duration.ofMillis(50),
                group -> {
                    groups.add(group);
                    return Uni.createFrom().nothing();
                },
                failure -> false);

        var stuck = impatient.submit(1).subscribe().withSubscriber(UniAssertSubscriber.create());
        var next = impatient.submit(2).subscribe().withSubscriber(UniAssertSubscriber.create());

        stuck.awaitFailure().assertFailedWith(TimeoutException.class);
        next.awaitFailure().assertFailedWith(TimeoutException.class);
        assertThat(groups).containsExactly(List.of(1), List.of(2));
    }

    private UniAssertSubscriber<String> submit(int asked) {
        return commit.submit(asked).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void end(int group) {
        underWay.get(group)
                .complete(groups.get(group).stream().map(String::valueOf).toList());
    }
}
