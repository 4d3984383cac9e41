package jp.shikaku.eligibility.watch;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.EventReader;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

/** Watching by server-sent events. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WatchStreamTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

    LocalPostgres postgres;

    @Inject
    WatchAudience audience;

    private final Clinic clinic = Clinic.fresh();
    private final Watching watching = new Watching(clinic);
    private final Card card = Card.fresh();

    @Test
    void streamIsResumedBehindTheLastEventIdAndWithoutItBeginsNow() {
        watching.watch(card);
        Coverages.link(card);
        toldTimes(1);
        Card second = Card.fresh();
        watching.watch(second);
        Coverages.link(second);
        toldTimes(2);

        try (EventReader resumed = listening("1");
                EventReader all = listening("0");
                EventReader fromNow = listening(null)) {
            Card third = Card.fresh();
            watching.watch(third);
            Coverages.link(third);

            await().atMost(TOLD_WITHIN).until(() -> ids(all).equals(List.of("1", "2", "3")));
            await().atMost(TOLD_WITHIN).until(() -> ids(resumed).equals(List.of("2", "3")));
            await().atMost(TOLD_WITHIN).until(() -> ids(fromNow).equals(List.of("3")));
        }
        clinic.signedIn()
                .accept("text/event-stream")
                .header("Last-Event-ID", "yesterday")
                .get("/watch-events")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("header:Last-Event-ID"));
    }

    @Test
    void streamEndsWithItsToken() {
        try (EventReader stream = watching.listen(null, Duration.ofSeconds(3))) {
            watching.watch(card);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        Card next = Card.fresh();
                        watching.watch(next);
                        Coverages.link(next);
                        return stream.ended();
                    });
        }
    }

    /** Else whoever stops the service waits for streams that never end. */
    @Test
    void streamsEndWhenTheServiceStops() {
        try (EventReader stream = listening(null)) {
            audience.endAll();

            await().atMost(TOLD_WITHIN).until(stream::ended);
        }
        try (EventReader later = listening(null)) {
            assertThat(later.ended()).isFalse();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> audience.streams() == 0);
    }

    @Test
    void institutionHasOnlySoManyStreams() {
        List<EventReader> streams =
                IntStream.range(0, 20).mapToObj(i -> watching.listen(null)).toList();
        clinic.signedIn()
                .accept("text/event-stream")
                .get("/watch-events")
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"));
        audience.endAll();
        streams.forEach(EventReader::close);
    }

    @Test
    void streamOutlivesAnOutageOfTheDatabaseAndMissesNothing() {
        watching.watch(card);
        try (EventReader stream = listening(null)) {
            try {
                postgres.stop();
                watching.open("0000-0000-00000").then().statusCode(oneOf(422, 503));
            } finally {
                postgres.start();
            }
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Coverages.put(UUID.randomUUID(), 1, Coverages.of(card, Coverages.newPerson()))
                                    .statusCode()
                            == 204);

            await().atMost(Duration.ofSeconds(5)).until(() -> ids(stream).equals(List.of("1")));
        }
    }

    private EventReader listening(String lastEventId) {
        EventReader stream = watching.listen(lastEventId);
        await().atMost(TOLD_WITHIN).until(() -> stream.comments() > 0);
        return stream;
    }

    private static List<String> ids(EventReader stream) {
        return stream.events().stream().map(EventReader.Event::id).toList();
    }

    /** That in time so many events are there, and no more when all is quiet. */
    private void toldTimes(int times) {
        await().atMost(TOLD_WITHIN)
                .until(() -> watching.events(0).jsonPath().getList("items").size() == times);
        awaitNothingDue();
        assertThat(watching.events(0).jsonPath().getList("items")).hasSize(times);
    }

    private void awaitNothingDue() {
        await().atMost(TOLD_WITHIN)
                .until(() -> new Ledger(postgres).number("select count(*) from watch_due where due_at <= now()") == 0);
    }
}
