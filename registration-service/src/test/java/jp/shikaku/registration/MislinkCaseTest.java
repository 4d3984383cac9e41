package jp.shikaku.registration;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.Mislinks;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** The insurer finds out what a wrong link has done. */
@RegistrationTest
class MislinkCaseTest {

    private static final String LOOK =
            """
            {"items":[{"id":"0190a1b2-0000-7000-8000-00000000000a","at":"2026-04-08T10:00:00+09:00",
            "actorRole":"institution","actorId":"0110113719","purpose":"CONFIRMATION",
            "confirmationNumber":"28T5-CY4T-QKFFR","asOf":"2026-04-08","validity":1,"dataShown":true,"addedLater":1}],
            "next":"0190a1b2-0000-7000-8000-00000000000a"}""";

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Mislinks mislinks;
    Citizen hanako;
    String enrolment;
    String mislink;

    @BeforeEach
    void hanakosRecordIsSuspected() {
        rows = new Rows(postgres);
        mislinks = new Mislinks(eligibility, rows);
        hanako = Citizen.hanako();
        enrolment = mislinks.linked(hanako);
        mislink = mislinks.suspected(enrolment);
    }

    @AfterEach
    void forget() {
        mislinks.forget();
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
                .body("reports.reporterId", equalTo(List.of(Mislinks.CLINIC, Desk.INSURER)))
                .body("reports.observation", equalTo(List.of("ANOTHER_PERSON_SHOWN", "WRONG_INDIVIDUAL_NUMBER")))
                .body("reports[0].confirmationNumber", equalTo(Mislinks.NUMBER))
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
        Desk.institution(Mislinks.CLINIC).get("/mislinks/" + mislink).then().statusCode(403);
        Desk.insurer().get("/mislinks/nonsense").then().statusCode(404);
        Mislinks.decide(Desk.otherInsurer(), mislink, "WITHDRAW").then().statusCode(404);
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
        Mislinks.decide(Desk.insurer(), mislink, "WITHDRAW").then().statusCode(200);
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
                .body("items.actorId", equalTo(List.of(Mislinks.CLINIC)))
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

    private List<String> ids(String state) {
        return Desk.insurer()
                .queryParam("state", state)
                .queryParam("limit", 100)
                .get("/mislinks")
                .path("items.id");
    }
}
