package jp.shikaku.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Copies;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.EligibilityStandIn.Arrival;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** What eligibility refuses for good is seen by the operator, and sent again when the cause is mended. */
@RegistrationTest
class DeadLetterTest {

    private static final Answer INVALID = new Answer(200, "INVALID");
    private static final Answer CONFLICT = new Answer(200, "CONFLICT");

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        rows.run("delete from linkage_outbox");
    }

    @AfterEach
    void forget() {
        eligibility.reset();
        rows.run("delete from linkage_outbox");
        new Copies(rows).remove();
    }

    @Test
    void operatorSeesWhatIsRefusedAndWhyAndNobodysName() {
        String id = refused(INVALID);

        Response list = Desk.operator().get("/linkage/dead-letters");

        list.then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].enrolmentId", equalTo(id))
                .body("items[0].coverageVersion", equalTo(1))
                .body("items[0].version", equalTo(1))
                .body("items[0].insurerNumber", equalTo(Desk.INSURER))
                .body("items[0].state", equalTo("VISIBLE"))
                .body("items[0].reason", equalTo("values-invalid: /content/name text-characters"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].queuedAt", notNullValue())
                .body("items[0].deadSince", notNullValue())
                .body("$", not(hasKey("next")));
        assertThat(list.asString())
                .doesNotContain("花子")
                .doesNotContain(hanako.individualNumber().substring(4));
    }

    @Test
    void retriedWhenTheCauseIsMendedItArrives() {
        String id = refused(INVALID);
        eligibility.reset();

        Desk.operator().post("/linkage/dead-letters/{id}/1/retry", id).then().statusCode(202);

        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void retriedWhileTheCauseLastsItComesBack() {
        String id = refused(INVALID);

        Desk.operator().post("/linkage/dead-letters/{id}/1/retry", id).then().statusCode(202);

        await().until(() -> eligibility.arrivals(id).size() == 2);
        await().untilAsserted(() -> assertThat(deadLetters()).containsExactly(id));
    }

    /** For example after a restore from a backup: eligibility knows the number with another content. */
    @Test
    void numberThatIsUsedUpIsReplacedByTheNext() {
        String id = refused(CONFLICT);
        assertThat(Desk.operator().get("/linkage/dead-letters").<String>path("items[0].reason"))
                .isEqualTo("coverage-version-conflict");
        eligibility.answer(arrival -> arrival.version() == 1 ? CONFLICT : EligibilityStandIn.APPLIED);

        Desk.operator().post("/linkage/dead-letters/{id}/1/retry", id).then().statusCode(202);

        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        assertThat(eligibility.arrivals(id)).extracting(Arrival::version).containsExactly(1, 2);
        Desk.correct(id, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);
        await().untilAsserted(() -> assertThat(eligibility.arrivals(id))
                .extracting(Arrival::version)
                .containsExactly(1, 2, 3));
    }

    @Test
    void whatWasReplacedSinceIsNotGivenANewNumber() {
        String id = refused(CONFLICT);
        eligibility.answer(arrival -> arrival.version() == 1 ? new Answer(200, "STALE") : EligibilityStandIn.APPLIED);
        Desk.correct(id, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);
        await().until(() -> eligibility.arrivals(id).size() == 2);

        Desk.operator().post("/linkage/dead-letters/{id}/1/retry", id).then().statusCode(202);

        await().untilAsserted(() -> assertThat(deadLetters()).isEmpty());
        await().untilAsserted(() -> assertThat(eligibility.arrivals(id))
                .extracting(Arrival::version)
                .containsExactly(1, 2, 1));
        await().untilAsserted(() -> assertThat(rows.column(
                        "select state from enrolment_version where enrolment_id = ? order by version",
                        UUID.fromString(id)))
                .isEqualTo(List.of("SUPERSEDED", "LINKED")));
    }

    @Test
    void whatIsNoDeadLetterIsNotFound() {
        String alive = cleared(hanako.enrolment(Days.ago(30)));

        for (String path : List.of(alive + "/1", alive + "/2", UUID.randomUUID() + "/1", "x/1", alive + "/x")) {
            Desk.operator()
                    .post("/linkage/dead-letters/" + path + "/retry")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("dead-letter-not-found"));
        }
    }

    @Test
    void aThousandAreRetriedAtOnceAndTheRestIsCounted() {
        String id = cleared(hanako.enrolment(Days.ago(30)));
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        eligibility.answer(arrival -> INVALID);
        new Copies(rows).queue(id, 1_200);
        await().untilAsserted(() -> assertThat(rows.count("select count(*) from linkage_outbox where status = 'DEAD'"))
                .isEqualTo(1_200));
        eligibility.reset();

        Desk.operator()
                .post("/linkage/dead-letters/retry")
                .then()
                .statusCode(200)
                .body("retried", equalTo(1_000))
                .body("left", equalTo(200));

        await().untilAsserted(() ->
                assertThat(rows.count("select count(*) from linkage_outbox")).isEqualTo(200));
        Desk.operator().post("/linkage/dead-letters/retry").then().body("left", equalTo(0));
        await().untilAsserted(() ->
                assertThat(rows.count("select count(*) from linkage_outbox")).isZero());
    }

    @Test
    void listComesInPages() {
        eligibility.answer(arrival -> INVALID);
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> cleared(somebody()))
                .sorted()
                .toList();
        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(5));

        List<String> read = new ArrayList<>();
        String after = "";
        while (after != null) {
            Response page = Desk.operator()
                    .queryParam("after", after)
                    .queryParam("limit", 2)
                    .get("/linkage/dead-letters");
            read.addAll(page.path("items.enrolmentId"));
            after = page.path("next");
        }
        assertThat(read).containsExactlyElementsOf(ids);

        Desk.operator()
                .queryParam("after", "nonsense")
                .get("/linkage/dead-letters")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("query:after")));
    }

    @Test
    void statusTellsWhatWaitsAndSinceWhen() {
        eligibility.answer(arrival -> new Answer(503, "temporarily-unavailable"));
        String id = cleared(hanako.enrolment(Days.ago(30)));
        rows.run("update linkage_outbox set queued_at = queued_at - interval '1 hour' where enrolment_id = '" + id
                + "'");

        Desk.operator()
                .get("/linkage")
                .then()
                .statusCode(200)
                .body("waiting.priority", equalTo(List.of("URGENT", "LIVE", "BULK")))
                .body("waiting.pending", equalTo(List.of(0, 1, 0)))
                .body("waiting[1].oldestAgeSeconds", greaterThanOrEqualTo(3600))
                .body("waiting[1].oldestQueuedAt", notNullValue())
                .body("waiting[0]", not(hasKey("oldestQueuedAt")))
                .body("deadLetters", equalTo(0));

        refusedAfter(id);
        Desk.operator()
                .get("/linkage")
                .then()
                .body("waiting.pending", equalTo(List.of(0, 0, 0)))
                .body("deadLetters", equalTo(1));
    }

    private void refusedAfter(String id) {
        eligibility.answer(arrival -> INVALID);
        await().untilAsserted(() -> assertThat(deadLetters()).containsExactly(id));
    }

    private String refused(Answer answer) {
        eligibility.answer(arrival -> answer);
        String id = cleared(hanako.enrolment(Days.ago(30)));
        await().untilAsserted(() -> assertThat(deadLetters()).containsExactly(id));
        return id;
    }

    private static Map<String, Object> somebody() {
        Citizen somebody = Citizen.hanako();
        Desk.knowResident(somebody);
        return somebody.enrolment(Days.ago(30));
    }

    private static List<String> deadLetters() {
        return Desk.operator().get("/linkage/dead-letters").path("items.enrolmentId");
    }

    private static String cleared(Map<String, Object> body) {
        return Desk.enrol(body).then().statusCode(201).extract().path("id");
    }
}
