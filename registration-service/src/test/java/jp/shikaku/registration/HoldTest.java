package jp.shikaku.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@RegistrationTest
class HoldTest {

    private static final String ACQUIRED = Days.ago(10);

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;
    String enrolment;
    String hold;

    @BeforeEach
    void hanakoIsHeld() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        var answer = Desk.enrol(renamed()).then().statusCode(201).extract();
        enrolment = answer.path("id");
        hold = answer.path("holdId");
    }

    @AfterEach
    void forget() {
        eligibility.reset();
    }

    @Test
    void aHoldShowsWhatIsInDoubt() {
        Desk.insurer()
                .get("/holds/" + hold)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("enrolmentId", equalTo(enrolment))
                .body("version", equalTo(1))
                .body("findings.code", contains("name-differs"))
                .body("decidedAt", nullValue());
        Desk.insurer()
                .get("/holds?state=OPEN&limit=100")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("OPEN")));
        assertThat(rows.count("select count(*) from hold where id = ? and state = 'OPEN'", UUID.fromString(hold)))
                .isOne();
    }

    @Test
    void aConfirmedRecordIsLinkedAndTheReasonIsKept() {
        Desk.decide(hold, "CONFIRM")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("reasonCode", equalTo("DOCUMENT_SEEN"))
                .body("reason", equalTo("住民票の写しで確認"))
                .body("decidedAt", notNullValue());

        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
        assertThat(eligibility.arrivals(enrolment)).singleElement().satisfies(arrival -> assertThat(arrival.body())
                .contains("佐藤 花子", "VISIBLE"));
        Desk.insurer()
                .get("/enrolments/" + enrolment)
                .then()
                .body("findings.code", contains("name-differs"))
                .body("holdId", nullValue());
    }

    @Test
    void aWithdrawnRecordWasNeverSeenAndCannotBeEdited() {
        String report = Desk.file(hanako.report(Desk.INSURER, ACQUIRED)).path("id");

        Desk.decide(hold, "WITHDRAW").then().statusCode(200).body("state", equalTo("WITHDRAWN"));

        assertThat(Desk.stateOf(enrolment)).isEqualTo("WITHDRAWN");
        assertThat(rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(enrolment)))
                .isZero();
        assertThat(eligibility.arrivals(enrolment)).isEmpty();
        Desk.correct(enrolment, 1, hanako.enrolment(ACQUIRED))
                .then()
                .statusCode(409)
                .body("code", equalTo("enrolment-withdrawn"));
        Desk.employer().get("/reports/" + report).then().body("state", equalTo("FILED"));
    }

    @Test
    void aReportWaitsAgainWhenItsEnrolmentIsWithdrawn() {
        Citizen other = Citizen.hanako();
        String report = Desk.file(other.report(Desk.INSURER, ACQUIRED)).path("id");
        String held = Desk.enrol(other.enrolment(ACQUIRED)).path("holdId");
        Desk.employer().get("/reports/" + report).then().body("state", equalTo("REGISTERED"));

        Desk.decide(held, "WITHDRAW").then().statusCode(200);

        Desk.employer().get("/reports/" + report).then().body("state", equalTo("FILED"));
    }

    @Test
    void withdrawingACorrectionTakesBackWhatWasLinkedAndGivesNothingHeldAway() {
        Desk.correct(enrolment, 1, hanako.enrolment(ACQUIRED)).then().statusCode(200);
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
        String held = Desk.correct(enrolment, 2, renamed()).path("holdId");

        Desk.decide(held, "WITHDRAW").then().statusCode(200);

        await().until(() -> eligibility.arrivals(enrolment).size() == 2);
        EligibilityStandIn.Arrival takenBack = eligibility.arrivals(enrolment).get(1);
        assertThat(takenBack.version()).isEqualTo(2);
        assertThat(takenBack.body()).contains("WITHDRAWN", "髙橋 花子").doesNotContain("佐藤");
        await().untilAsserted(() -> assertThat(rows.column(
                        "select state from enrolment_version where enrolment_id = ? order by version",
                        UUID.fromString(enrolment)))
                .isEqualTo(List.of("SUPERSEDED", "WITHDRAWN", "WITHDRAWN")));
    }

    @Test
    void aHoldIsDecidedOnce() {
        Desk.decide(hold, "WITHDRAW").then().statusCode(200);

        Desk.decide(hold, "CONFIRM").then().statusCode(409).body("code", equalTo("hold-already-decided"));
        Desk.insurer().get("/holds/" + hold).then().body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aHoldThatACorrectionEndedCannotBeDecided() {
        Desk.correct(enrolment, 1, hanako.enrolment(ACQUIRED)).then().statusCode(200);

        Desk.decide(hold, "CONFIRM").then().statusCode(409).body("code", equalTo("hold-already-decided"));
        Desk.insurer().get("/holds/" + hold).then().body("state", equalTo("CORRECTED"));
    }

    @Test
    void anotherInsurerNeitherSeesNorDecides() {
        Desk.otherInsurer().get("/holds/" + hold).then().statusCode(404).body("code", equalTo("hold-not-found"));
        Desk.otherInsurer()
                .body(Map.of("decision", "CONFIRM", "reasonCode", "OTHER", "reason", "違う保険者"))
                .post("/holds/" + hold + "/decision")
                .then()
                .statusCode(404)
                .body("code", equalTo("hold-not-found"));
        assertThat(Desk.otherInsurer().get("/holds?limit=100").asString()).doesNotContain(hold);
        Desk.insurer().get("/holds/nonsense").then().statusCode(404).body("code", equalTo("hold-not-found"));
    }

    @Test
    void aDecisionNeedsAKindACodeAndAReason() {
        Map<String, Object> incomplete = new HashMap<>();
        incomplete.put("decision", "MAYBE");
        incomplete.put("reasonCode", null);
        incomplete.put("reason", "あ".repeat(501));

        Desk.insurer()
                .body(incomplete)
                .post("/holds/" + hold + "/decision")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/decision", "/reasonCode", "/reason"))
                .body("errors.code", contains("code-unknown", "value-required", "value-too-long"));
        Desk.insurer().get("/holds/" + hold).then().body("state", equalTo("OPEN"));
    }

    @Test
    void anUnknownStateIsRefused() {
        Desk.insurer()
                .get("/holds?state=MAYBE&limit=0&after=x")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:state", "query:after", "query:limit"))
                .body("errors.code", hasItem("limit-range"));
    }

    private Map<String, Object> renamed() {
        Map<String, Object> body = hanako.enrolment(ACQUIRED);
        body.put("name", "佐藤 花子");
        return body;
    }
}
