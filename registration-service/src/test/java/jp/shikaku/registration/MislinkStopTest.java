package jp.shikaku.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.specification.RequestSpecification;
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

/** From the report on nothing is shown; who repeats it, or reports the same, joins the case. */
@RegistrationTest
class MislinkStopTest {

    private static final String CLINIC = "0110113719";
    private static final String NUMBER = "28T5CY4TQKFFR";

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;
    String enrolment;

    @BeforeEach
    void hanakoIsLinked() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        eligibility.reset();
        enrolment = Desk.enrol(hanako.enrolment(Days.ago(30))).path("id");
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
    }

    @AfterEach
    void forget() {
        eligibility.reset();
        rows.run("delete from linkage_outbox");
        new Copies(rows).remove();
    }

    @Test
    void repeatedReportIsOneReport() {
        Map<String, Object> body = ofEnrolment(enrolment);
        RequestSpecification same = Desk.insurer().header("Idempotency-Key", "same-" + enrolment);
        String first = same.body(body).post("/mislinks").path("caseId");

        String second = Desk.insurer()
                .header("Idempotency-Key", "same-" + enrolment)
                .body(body)
                .post("/mislinks")
                .path("caseId");

        assertThat(second).isEqualTo(first);
        assertThat(reportsOf(first)).isEqualTo(1);
        body.put("note", "another");
        Desk.insurer()
                .header("Idempotency-Key", "same-" + enrolment)
                .body(body)
                .post("/mislinks")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Desk.insurer().body(body).post("/mislinks").then().statusCode(400);
    }

    @Test
    void secondReportJoinsTheOpenCase() {
        shown(CLINIC, enrolment);
        String first = Desk.reportMislink(Desk.institution(CLINIC), ofConfirmation(NUMBER))
                .path("caseId");

        String second =
                Desk.reportMislink(Desk.insurer(), ofEnrolment(enrolment)).path("caseId");

        assertThat(second).isEqualTo(first);
        assertThat(reportsOf(first)).isEqualTo(2);
        assertThat(states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
    }

    @Test
    void whatWasNeverShownHasStoppedAtOnce() {
        Map<String, Object> wrong = Citizen.hanako().enrolment(Days.ago(30));
        String held = Desk.enrol(wrong)
                .then()
                .body("state", equalTo("HELD"))
                .extract()
                .path("id");

        Desk.reportMislink(Desk.insurer(), ofEnrolment(held)).then().body("display", equalTo("STOPPED"));

        assertThat(states(held)).isEmpty();
    }

    @Test
    void whileEligibilityIsAwayTheReporterIsToldThatItIsStillStopping() {
        eligibility.answer(arrival -> new Answer(503, "temporarily-unavailable"));

        String id = Desk.reportMislink(Desk.insurer(), ofEnrolment(enrolment))
                .then()
                .statusCode(201)
                .body("display", equalTo("STOPPING"))
                .extract()
                .path("caseId");

        assertThat(Desk.insurer().get("/mislinks/" + id).<String>path("stoppedAt"))
                .isNull();
        eligibility.answer(arrival -> EligibilityStandIn.APPLIED);
        await().untilAsserted(
                        () -> assertThat(Desk.insurer().get("/mislinks/" + id).<String>path("stoppedAt"))
                                .isNotNull());
    }

    /** Measured over HTTP, from the report to the arrival of the suspension, behind ten thousand records of a file. */
    @Test
    void displayStopsWithinASecondWhileAFileIsOnItsWay() {
        Citizen taro = Citizen.hanako();
        Desk.knowResident(taro);
        String today = Desk.enrol(taro.enrolment(Days.ago(30))).path("id");
        await().untilAsserted(() -> assertThat(Desk.stateOf(today)).isEqualTo("LINKED"));
        new Copies(rows).queue(enrolment, 10_000);
        await().until(() -> eligibility.arrivals().size() > 300);

        Instant reported = Instant.now();
        Desk.reportMislink(Desk.insurer(), ofEnrolment(today)).then().body("display", equalTo("STOPPED"));
        Duration answered = Duration.between(reported, Instant.now());

        Arrival stop = eligibility.arrivals(today).get(1);
        Duration took = Duration.between(reported, stop.at());
        assertThat(stop.state()).isEqualTo("SUSPENDED");
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(rows.count("select count(*) from linkage_outbox where priority = 2"))
                .as("of the file were still waiting; stopped after %s, answered after %s", took, answered)
                .isPositive();
    }

    /** Found beside a file of 40,000 rows: planned by figures of the empty queue, one report took minutes. */
    @Test
    void displayStopsAlthoughTheDatabaseTakesTheQueueForEmpty() {
        new Copies(rows).queue(enrolment, 8_000);
        rows.run("delete from linkage_outbox");
        rows.run("analyze linkage_outbox");
        new Copies(rows).queue(enrolment, 8_000);

        Instant reported = Instant.now();
        Desk.reportMislink(Desk.insurer(), ofEnrolment(enrolment)).then().body("display", equalTo("STOPPED"));

        assertThat(Duration.between(reported, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(rows.count("select count(*) from linkage_outbox where priority = 2"))
                .isPositive();
    }

    private void shown(String clinic, String id) {
        eligibility.answerQuestions(question -> new Answer(200, shownJson(clinic, id)));
    }

    private static String shownJson(String clinic, String id) {
        return """
                {"confirmationNumber":"28T5-CY4T-QKFFR","institutionCode":"%s","askedAt":"2026-04-08T10:00:00+09:00",
                "addedLater":true%s}"""
                .formatted(clinic, id == null ? "" : ",\"enrolmentId\":\"" + id + "\"");
    }

    private List<String> states(String id) {
        return eligibility.arrivals(id).stream().map(Arrival::state).toList();
    }

    private static int reportsOf(String caseId) {
        return Desk.insurer().get("/mislinks/" + caseId).path("reportCount");
    }

    private static Map<String, Object> ofEnrolment(String id) {
        Map<String, Object> body = body();
        body.put("enrolmentId", id);
        return body;
    }

    private static Map<String, Object> ofConfirmation(String number) {
        Map<String, Object> body = body();
        body.put("confirmationNumber", number);
        return body;
    }

    private static Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("observation", "ANOTHER_PERSON_SHOWN");
        return body;
    }
}
