package jp.shikaku.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** The insurer finds out what a wrong link has done, and shows the record again or takes it back. */
@RegistrationTest
class MislinkCaseTest {

    private static final String CLINIC = "0110113719";
    private static final String NUMBER = "28T5-CY4T-QKFFR";
    private static final String LOOK =
            """
            {"items":[{"id":"0190a1b2-0000-7000-8000-00000000000a","at":"2026-04-08T10:00:00+09:00",
            "actorRole":"institution","actorId":"0110113719","purpose":"CONFIRMATION",
            "confirmationNumber":"28T5-CY4T-QKFFR","asOf":"2026-04-08","validity":1,"dataShown":true,"addedLater":1}],
            "next":"0190a1b2-0000-7000-8000-00000000000a"}""";

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;
    String enrolment;
    String mislink;

    @BeforeEach
    void hanakosRecordIsSuspected() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        eligibility.reset();
        enrolment = Desk.enrol(hanako.enrolment(Days.ago(30))).path("id");
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
        eligibility.answerQuestions(question -> new Answer(
                200,
                """
                {"confirmationNumber":"28T5-CY4T-QKFFR","institutionCode":"0110113719",
                "askedAt":"2026-04-08T10:00:00+09:00","enrolmentId":"%s"}"""
                        .formatted(enrolment)));
        mislink = Desk.reportMislink(
                        Desk.institution(CLINIC),
                        Map.of(
                                "confirmationNumber",
                                NUMBER,
                                "observation",
                                "ANOTHER_PERSON_SHOWN",
                                "note",
                                "生年月日が違います"))
                .path("caseId");
    }

    @AfterEach
    void forget() {
        eligibility.reset();
        rows.run("delete from linkage_outbox");
    }

    @Test
    void insurerLearnsWhoReportedWhatAndSinceWhen() {
        Desk.reportMislink(Desk.insurer(), Map.of("enrolmentId", enrolment, "observation", "WRONG_INDIVIDUAL_NUMBER"));

        Desk.insurer()
                .get("/mislinks/" + mislink)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("insurerNumber", equalTo(Desk.INSURER))
                .body("enrolmentId", equalTo(enrolment))
                .body("openedAt", notNullValue())
                .body("linkedSince", notNullValue())
                .body("stoppedAt", notNullValue())
                .body("reportCount", equalTo(2))
                .body("reports.reporterRole", equalTo(List.of("institution", "insurer")))
                .body("reports.reporterId", equalTo(List.of(CLINIC, Desk.INSURER)))
                .body("reports.observation", equalTo(List.of("ANOTHER_PERSON_SHOWN", "WRONG_INDIVIDUAL_NUMBER")))
                .body("reports[0].confirmationNumber", equalTo(NUMBER))
                .body("reports[0].note", equalTo("生年月日が違います"))
                .body("reports[1]", not(hasKey("note")))
                .body("$", not(hasKey("decidedAt")));
    }

    @Test
    void caseIsForItsInsurerAndTheOperator() {
        Desk.otherInsurer()
                .get("/mislinks/" + mislink)
                .then()
                .statusCode(404)
                .body("code", equalTo("mislink-not-found"));
        Desk.otherInsurer().get("/mislinks/" + mislink + "/looks").then().statusCode(404);
        assertThat(Desk.otherInsurer().get("/mislinks?limit=100").asString()).doesNotContain(mislink);
        Desk.operator().get("/mislinks/" + mislink).then().statusCode(200).body("enrolmentId", equalTo(enrolment));
        Desk.institution(CLINIC).get("/mislinks/" + mislink).then().statusCode(403);
        Desk.insurer().get("/mislinks/nonsense").then().statusCode(404);
        decide(Desk.OTHER_INSURER, "WITHDRAW").then().statusCode(404);
        assertThat(Desk.stateOf(enrolment)).isEqualTo("SUSPENDED");
    }

    @Test
    void listIsOfOneStateInPages() {
        Desk.insurer()
                .queryParam("state", "OPEN")
                .queryParam("limit", 1)
                .get("/mislinks")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        assertThat(ids("OPEN")).contains(mislink);
        assertThat(ids("WITHDRAWN")).doesNotContain(mislink);
        decide(Desk.INSURER, "WITHDRAW").then().statusCode(200);
        assertThat(ids("OPEN")).doesNotContain(mislink);
        assertThat(ids("WITHDRAWN")).contains(mislink);
        Desk.insurer()
                .queryParam("state", "LOST")
                .get("/mislinks")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("query:state")));
    }

    @Test
    void insurerSeesEveryLookSinceTheLinkPageByPage() {
        eligibility.answerQuestions(question -> new Answer(200, LOOK));

        Desk.insurer()
                .queryParam("limit", 1)
                .queryParam("after", "0190a1b2-0000-7000-8000-000000000001")
                .get("/mislinks/" + mislink + "/looks")
                .then()
                .statusCode(200)
                .body("items.actorId", equalTo(List.of(CLINIC)))
                .body("items.purpose", equalTo(List.of("CONFIRMATION")))
                .body("items.validity", equalTo(List.of(1)))
                .body("items.dataShown", equalTo(List.of(true)))
                .body("next", equalTo("0190a1b2-0000-7000-8000-00000000000a"));

        EligibilityStandIn.Question asked =
                eligibility.questions().get(eligibility.questions().size() - 1);
        assertThat(asked.path()).isEqualTo("/looks");
        assertThat(asked.onBehalfOf()).isEqualTo("insurer:" + Desk.INSURER);
        assertThat(asked.query())
                .contains("enrolmentId=" + enrolment, "after=0190a1b2-0000-7000-8000-000000000001", "limit=1")
                .containsPattern("since=20[0-9]{2}-.*\\+09:00");
    }

    @Test
    void looksThatCannotBeReadAreNotNone() {
        eligibility.answerQuestions(question -> new Answer(503, "{\"code\":\"temporarily-unavailable\"}"));
        Desk.insurer()
                .get("/mislinks/" + mislink + "/looks")
                .then()
                .statusCode(503)
                .body("code", equalTo("temporarily-unavailable"));

        eligibility.answerQuestions(question -> new Answer(404, "{\"code\":\"coverage-not-found\"}"));
        Desk.insurer()
                .get("/mislinks/" + mislink + "/looks")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
    }

    @Test
    void reinstatedRecordIsShownAgain() {
        decide(Desk.INSURER, "REINSTATE")
                .then()
                .statusCode(200)
                .body("state", equalTo("REINSTATED"))
                .body("reasonCode", equalTo("DOCUMENT_SEEN"))
                .body("reason", equalTo("本人確認書類で確認"))
                .body("decidedBy", notNullValue())
                .body("decidedAt", notNullValue());

        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
        assertThat(arrivals()).containsExactly("1 VISIBLE", "2 SUSPENDED", "3 VISIBLE");
    }

    @Test
    void withdrawnRecordIsGoneAndItsReportWaitsAgain() {
        decide(Desk.INSURER, "WITHDRAW").then().statusCode(200).body("state", equalTo("WITHDRAWN"));

        await().untilAsserted(() -> assertThat(arrivals()).containsExactly("1 VISIBLE", "2 SUSPENDED", "3 WITHDRAWN"));
        assertThat(Desk.stateOf(enrolment)).isEqualTo("WITHDRAWN");
    }

    @Test
    void whatIsCorrectedMeanwhileIsShownOnlyOnceReinstated() {
        Desk.correct(enrolment, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);
        assertThat(arrivals()).containsExactly("1 VISIBLE", "2 SUSPENDED");

        decide(Desk.INSURER, "REINSTATE").then().statusCode(200);

        await().untilAsserted(() -> assertThat(arrivals()).contains("3 VISIBLE"));
        assertThat(eligibility.arrivals(enrolment).get(2).body()).contains(Days.ago(29));
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
    }

    @Test
    void whatADoubtHoldsIsNotShownByReinstating() {
        rows.run(
                """
                insert into hold (id, enrolment_id, version, insurer_number, state, cause, effect, findings, opened_at)
                values (gen_random_uuid(), '%s', 1, '%s', 'OPEN', 'RECHECK', 'STOPS_LINKAGE', '[]', now())"""
                        .formatted(enrolment, Desk.INSURER));

        decide(Desk.INSURER, "REINSTATE").then().statusCode(200);

        assertThat(rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(enrolment)))
                .isZero();
        assertThat(arrivals()).containsExactly("1 VISIBLE", "2 SUSPENDED");
        assertThat(Desk.stateOf(enrolment)).isNotEqualTo("LINKED");
    }

    @Test
    void openDoubtsAboutAWithdrawnRecordAreOver() {
        rows.run(
                """
                insert into hold (id, enrolment_id, version, insurer_number, state, cause, effect, findings, opened_at)
                values (gen_random_uuid(), '%s', 1, '%s', 'OPEN', 'RECHECK', 'STOPS_LINKAGE', '[]', now())"""
                        .formatted(enrolment, Desk.INSURER));

        decide(Desk.INSURER, "WITHDRAW").then().statusCode(200);

        assertThat(rows.column("select state from hold where enrolment_id = ?", UUID.fromString(enrolment)))
                .isEqualTo(List.of("WITHDRAWN"));
    }

    @Test
    void decidedIsDecided() {
        decide(Desk.INSURER, "REINSTATE").then().statusCode(200);

        decide(Desk.INSURER, "WITHDRAW").then().statusCode(409).body("code", equalTo("mislink-already-decided"));

        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
    }

    @Test
    void suspectedOnceMoreItIsANewCaseAndTheOldOneStays() {
        decide(Desk.INSURER, "REINSTATE").then().statusCode(200);
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));

        String again = Desk.reportMislink(
                        Desk.insurer(), Map.of("enrolmentId", enrolment, "observation", "ANOTHER_PERSON_SHOWN"))
                .path("caseId");

        assertThat(again).isNotEqualTo(mislink);
        assertThat(Desk.stateOf(enrolment)).isEqualTo("SUSPENDED");
        String before = Desk.insurer().get("/mislinks/" + mislink).path("linkedSince");
        Desk.insurer().get("/mislinks/" + again).then().body("linkedSince", equalTo(before));
        Desk.insurer().get("/mislinks/" + mislink).then().body("state", equalTo("REINSTATED"));
    }

    @ParameterizedTest
    @CsvSource({"decision,FORGET,code-unknown", "reasonCode,BECAUSE,code-unknown", "reason,' ',value-required"})
    void decisionNeedsItsReason(String field, String value, String code) {
        Map<String, Object> body = new LinkedHashMap<>(decision("REINSTATE"));
        body.put(field, value);

        Desk.insurer()
                .body(body)
                .post("/mislinks/" + mislink + "/decision")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/" + field)))
                .body("errors.code", equalTo(List.of(code)));
        assertThat(Desk.stateOf(enrolment)).isEqualTo("SUSPENDED");
    }

    private List<String> ids(String state) {
        return Desk.insurer()
                .queryParam("state", state)
                .queryParam("limit", 100)
                .get("/mislinks")
                .path("items.id");
    }

    private List<String> arrivals() {
        return eligibility.arrivals(enrolment).stream()
                .map(arrival -> arrival.version() + " " + arrival.state())
                .toList();
    }

    private Response decide(String insurer, String decision) {
        return (insurer.equals(Desk.INSURER) ? Desk.insurer() : Desk.otherInsurer())
                .body(decision(decision))
                .post("/mislinks/" + mislink + "/decision");
    }

    private static Map<String, Object> decision(String decision) {
        return Map.of("decision", decision, "reasonCode", "DOCUMENT_SEEN", "reason", "本人確認書類で確認");
    }
}
