package jp.shikaku.eligibility.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** "Tell me when this changes", over HTTP. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WatchTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

    LocalPostgres postgres;

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
