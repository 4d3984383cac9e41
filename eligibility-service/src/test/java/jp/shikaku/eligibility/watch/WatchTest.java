package jp.shikaku.eligibility.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.EventReader;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

/** "Tell me when this changes", over HTTP. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WatchTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

    LocalPostgres postgres;

    @Inject
    WatchAudience audience;

    private final Clinic clinic = Clinic.fresh();
    private final Watching watching = new Watching(clinic);
    private final Card card = Card.fresh();

    @Test
    void linkedCoverageReachesTheWatcherWithinTwoSeconds() {
        String number = clinic.numberFor(card);
        String watch = watching.open(number)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("changes", equalTo(0))
                .extract()
                .path("id");
        try (EventReader stream = listening(null)) {
            long linked = System.nanoTime();
            Coverages.link(card);

            EventReader.Event event = only(stream);

            assertThat(Duration.ofNanos(System.nanoTime() - linked)).isLessThan(TOLD_WITHIN);
            assertThat(event.name()).isEqualTo("watch.changed");
            assertThat(event.id()).isEqualTo("1");
            assertThat(event.json().getMap("$").keySet())
                    .containsExactlyInAnyOrder("id", "type", "at", "watchId", "confirmationNumber", "askAgain");
            assertThat(event.json().getString("watchId")).isEqualTo(watch);
            assertThat(event.json().getString("confirmationNumber")).isEqualTo(number);
            assertThat(event.json().getString("askAgain")).isEqualTo("/confirmations/" + number + "/now");
            clinic.signedIn()
                    .get(event.json().getString("askAgain"))
                    .then()
                    .statusCode(200)
                    .body("validity", equalTo(1));
        }
        watching.get(watch).then().body("state", equalTo("FULFILLED")).body("changes", equalTo(1));
        clinic.ask(card).then().body("validity", equalTo(1));
    }

    @Test
    void coverageThatAPersonGetsElsewhereIsToldAndTheWatchGoesOn() {
        String person = Coverages.newPerson();
        Coverages.link(Coverages.of(card, person).with("lost", "2024-04-01"));
        String watch = watching.watch(card);

        Coverages.link(Coverages.of(Card.fresh(), person).with("acquired", "2024-04-01"));

        toldTimes(1);
        watching.get(watch).then().body("state", equalTo("OPEN")).body("changes", equalTo(1));
        clinic.ask(card).then().body("validity", equalTo(3));
    }

    @Test
    void sameChangeIsToldOnceHoweverOftenItIsLinked() {
        String watch = watching.watch(card);
        UUID enrolment = UUID.randomUUID();
        Body lost = Coverages.of(card, Coverages.newPerson()).with("lost", "2024-04-01");

        Coverages.put(enrolment, 1, lost).then().statusCode(204);
        toldTimes(1);
        Coverages.put(enrolment, 1, lost).then().statusCode(204);
        Coverages.put(enrolment, 2, lost.with("medicalInfoAllowed", false))
                .then()
                .statusCode(204);
        Coverages.post(Coverages.delivery(enrolment, 3, lost)).then().statusCode(200);

        Coverages.put(enrolment, 4, lost.with("state", "WITHDRAWN")).then().statusCode(204);
        toldTimes(2);
        watching.get(watch).then().body("changes", equalTo(2)).body("state", equalTo("OPEN"));
    }

    /** A record that is held or suspended tells nothing, not even by an event (R1). */
    @Test
    void suspendedCoverageIsNotToldOf() {
        watching.watch(card);
        Card other = Card.fresh();
        watching.watch(other);

        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("state", "SUSPENDED"));
        Coverages.link(other);

        toldTimes(1);
    }

    @Test
    void whatChangedBetweenAnswerAndWatchIsToldAtOnce() {
        String number = clinic.numberFor(card);
        Coverages.link(card);

        String watch = watching.open(number).then().statusCode(201).extract().path("id");

        toldTimes(1);
        watching.get(watch).then().body("state", equalTo("FULFILLED"));
    }

    /** Its statement began before the watch was there, and its transaction ends after the watch was checked first. */
    @Test
    void changeThatWasUnderWayWhileTheWatchWasMadeIsToldTooAndByAnotherReplica() throws SQLException {
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("lost", "2024-04-01"));
        String watch;
        try (Connection other = new Ledger(postgres).connect()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.executeUpdate("update coverage set lost = null where number = '%s'".formatted(card.number()));
            }
            watch = watching.watch(card);
            awaitNothingDue();
            other.commit();
        }

        await().atMost(Duration.ofSeconds(10))
                .until(() -> watching.get(watch).path("state").equals("FULFILLED"));
    }

    @Test
    void batchTellsEveryWatcherOnceAndInOrder() {
        List<Card> cards = IntStream.range(0, 30).mapToObj(i -> Card.fresh()).toList();
        cards.forEach(watching::watch);
        try (EventReader stream = listening("0")) {
            Coverages.post(cards.stream()
                            .map(it ->
                                    Coverages.delivery(UUID.randomUUID(), 1, Coverages.of(it, Coverages.newPerson())))
                            .toArray())
                    .then()
                    .statusCode(200);

            await().atMost(TOLD_WITHIN).until(() -> stream.events().size() == 30);
            assertThat(stream.events())
                    .extracting(EventReader.Event::id)
                    .isEqualTo(IntStream.rangeClosed(1, 30)
                            .mapToObj(Integer::toString)
                            .toList());
        }
        clinic.signedIn()
                .queryParam("limit", 20)
                .get("/watch-events")
                .then()
                .body("items", hasSize(20))
                .body("next", equalTo("20"));
        watching.events(20).then().body("items", hasSize(10)).body("$", not(hasKey("next")));
    }

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

    /** R7. */
    @Test
    void institutionWatchesItsOwnConfirmationsAndSeesItsOwnWatches() {
        Watching stranger = new Watching(Clinic.fresh());
        String number = clinic.numberFor(card);
        stranger.open(number).then().statusCode(404).body("code", equalTo("confirmation-not-found"));
        String watch = watching.open(number).then().statusCode(201).extract().path("id");

        stranger.get(watch).then().statusCode(404).body("code", equalTo("watch-not-found"));
        stranger.cancel(watch).then().statusCode(404);
        stranger.clinic().signedIn().get("/watches").then().body("items", empty());
        try (EventReader foreign = stranger.listen("0")) {
            Coverages.link(card);
            toldTimes(1);
            assertThat(foreign.events()).isEmpty();
            stranger.events(0).then().body("items", empty());
        }
        watching.get(watch).then().body("state", equalTo("FULFILLED"));
    }

    @Test
    void validAnswerNeedsNoWatch() {
        Coverages.link(card);
        watching.open(clinic.numberFor(card)).then().statusCode(409).body("code", equalTo("watch-not-needed"));
    }

    @Test
    void whatIsCancelledIsNotToldAndCancellingAgainChangesNothing() {
        String watch = watching.watch(card);
        watching.cancel(watch).then().statusCode(200).body("state", equalTo("CANCELLED"));
        watching.cancel(watch).then().statusCode(200).body("state", equalTo("CANCELLED"));

        Card other = Card.fresh();
        String open = watching.watch(other);
        Coverages.link(card);
        Coverages.link(other);

        toldTimes(1);
        watching.cancel(open).then().statusCode(409).body("code", equalTo("watch-ended"));
        clinic.signedIn()
                .queryParam("state", "CANCELLED")
                .get("/watches")
                .then()
                .body("items.id", contains(watch));
    }

    @Test
    void whatHasExpiredIsNotTold() throws SQLException {
        String watch = watching.watch(card);
        awaitNothingDue();
        new Ledger(postgres)
                .execute("update watch set expires_at = now() - interval '1 second' where id = '%s'".formatted(watch));
        watching.get(watch).then().body("state", equalTo("EXPIRED")).body("$", hasKey("endedAt"));
        Card other = Card.fresh();
        watching.watch(other);

        Coverages.link(card);
        Coverages.link(other);

        toldTimes(1);
        watching.get(watch).then().body("state", equalTo("EXPIRED")).body("changes", equalTo(0));
    }

    @Test
    void timeToWatchIsWithinLimits() {
        String number = clinic.numberFor(card);
        for (String until : List.of("2020-01-01T00:00:00+09:00", "2999-01-01T00:00:00+09:00", "tomorrow")) {
            watching.open(new Body(Map.of("confirmationNumber", number, "until", until)), Watching.newKey())
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/until"));
        }
    }

    @Test
    void requestThatIsRepeatedOpensNoSecondWatch() {
        String number = clinic.numberFor(card);
        Body request = new Body(Map.of("confirmationNumber", number));
        String key = Watching.newKey();
        String watch =
                watching.open(request, key).then().statusCode(201).extract().path("id");

        watching.open(request, key).then().statusCode(201).body("id", equalTo(watch));
        watching.open(number).then().statusCode(201).body("id", equalTo(watch));
        watching.open(new Body(Map.of("confirmationNumber", clinic.numberFor(Card.fresh()))), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        clinic.signedIn().get("/watches").then().body("items.id", contains(watch));
    }

    /** R6, and R1: who was told is written down, what was told is next to nothing. */
    @Test
    void everyChangeThatIsToldLeavesARecordOfTheLookAndNothingPersonal() throws SQLException {
        String number = clinic.numberFor(card);
        watching.open(number).then().statusCode(201);
        Coverages.link(card);
        toldTimes(1);

        assertThat(new Ledger(postgres).looksAt(number))
                .extracting(look -> look.get("purpose"))
                .containsExactly("CONFIRMATION", "WATCH");
        Map<String, Object> look = new Ledger(postgres).looksAt(number).get(1);
        assertThat(look).containsEntry("actor_id", clinic.code()).containsEntry("coverage_shown", false);
        assertThat(Marks.isPersonal(watching.events(0).asString())).isFalse();
    }

    @Test
    void watchThatCannotBeCheckedKeepsNoOtherFromBeingTold() throws SQLException {
        Ledger ledger = new Ledger(postgres);
        UUID broken = Coverages.link(Coverages.of(card, Coverages.newPerson()).with("lost", "2024-04-01"));
        watching.watch(card);
        Card other = Card.fresh();
        watching.watch(other);
        awaitNothingDue();
        ledger.execute("update coverage set sex = 'X' where enrolment_id = '%s'".formatted(broken));
        try {
            ledger.execute("insert into watch_due (watch_id) select id from watch where institution_code = '%s'"
                    .formatted(clinic.code()));
            Coverages.link(other);

            toldTimes(1);
        } finally {
            ledger.execute("update coverage set sex = '2' where enrolment_id = '%s'".formatted(broken));
        }
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

    private static EventReader.Event only(EventReader stream) {
        await().atMost(TOLD_WITHIN).until(() -> !stream.events().isEmpty());
        assertThat(stream.events()).hasSize(1);
        return stream.events().get(0);
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
