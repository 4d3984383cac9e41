package jp.shikaku.registration;

import java.time.Duration;
import java.time.Instant;
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
import jp.shikaku.registration.world.Mislinks;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** From the report on nothing is shown; who repeats it, or reports the same, joins the case. */
@RegistrationTest
class MislinkStopTest {

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Mislinks mislinks;
    Citizen hanako;
    String enrolment;

    @BeforeEach
    void hanakoIsLinked() {
        rows = new Rows(postgres);
        mislinks = new Mislinks(eligibility, rows);
        hanako = Citizen.hanako();
        enrolment = mislinks.linked(hanako);
    }

    @AfterEach
    void forget() {
        mislinks.forget();
        new Copies(rows).remove();
    }

    @Test
    void repeatedReportIsOneReport() {
        Map<String, Object> body = Mislinks.ofEnrolment(enrolment);
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
        mislinks.shown(Mislinks.CLINIC, enrolment);
        String first = Desk.reportMislink(Desk.institution(Mislinks.CLINIC), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .path("caseId");

        String second = Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(enrolment))
                .path("caseId");

        assertThat(second).isEqualTo(first);
        assertThat(reportsOf(first)).isEqualTo(2);
        assertThat(mislinks.states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
    }

    @Test
    void whatWasNeverShownHasStoppedAtOnce() {
        Map<String, Object> wrong = Citizen.hanako().enrolment(Days.ago(30));
        String held = Desk.enrol(wrong)
                .then()
                .body("state", equalTo("HELD"))
                .extract()
                .path("id");

        Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(held)).then().body("display", equalTo("STOPPED"));

        assertThat(mislinks.states(held)).isEmpty();
    }

    @Test
    void whileEligibilityIsAwayTheReporterIsToldThatItIsStillStopping() {
        eligibility.answer(arrival -> new Answer(503, "temporarily-unavailable"));

        String id = Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(enrolment))
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
        Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(today)).then().body("display", equalTo("STOPPED"));
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
        Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(enrolment))
                .then()
                .body("display", equalTo("STOPPED"));

        assertThat(Duration.between(reported, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(rows.count("select count(*) from linkage_outbox where priority = 2"))
                .isPositive();
    }

    private static int reportsOf(String caseId) {
        return Desk.insurer().get("/mislinks/" + caseId).path("reportCount");
    }
}
