package jp.shikaku.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import jp.shikaku.registration.world.Mislinks;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** The insurer shows a suspected record again or takes it back, with a reason. */
@RegistrationTest
class MislinkDecisionTest {

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
    void reinstatedRecordIsShownAgain() {
        Mislinks.decide(Desk.insurer(), mislink, "REINSTATE")
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
        Mislinks.decide(Desk.insurer(), mislink, "WITHDRAW")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        await().untilAsserted(() -> assertThat(arrivals()).containsExactly("1 VISIBLE", "2 SUSPENDED", "3 WITHDRAWN"));
        assertThat(Desk.stateOf(enrolment)).isEqualTo("WITHDRAWN");
    }

    @Test
    void whatIsCorrectedMeanwhileIsShownOnlyOnceReinstated() {
        Desk.correct(enrolment, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);
        assertThat(arrivals()).containsExactly("1 VISIBLE", "2 SUSPENDED");

        Mislinks.decide(Desk.insurer(), mislink, "REINSTATE").then().statusCode(200);

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

        Mislinks.decide(Desk.insurer(), mislink, "REINSTATE").then().statusCode(200);

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

        Mislinks.decide(Desk.insurer(), mislink, "WITHDRAW").then().statusCode(200);

        assertThat(rows.column("select state from hold where enrolment_id = ?", UUID.fromString(enrolment)))
                .isEqualTo(List.of("WITHDRAWN"));
    }

    @Test
    void decidedIsDecided() {
        Mislinks.decide(Desk.insurer(), mislink, "REINSTATE").then().statusCode(200);

        Mislinks.decide(Desk.insurer(), mislink, "WITHDRAW")
                .then()
                .statusCode(409)
                .body("code", equalTo("mislink-already-decided"));

        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
    }

    @Test
    void suspectedOnceMoreItIsANewCaseAndTheOldOneStays() {
        Mislinks.decide(Desk.insurer(), mislink, "REINSTATE").then().statusCode(200);
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));

        String again = Desk.reportMislink(
                        Desk.insurer(), Map.of("enrolmentId", enrolment, "observation", "ANOTHER_PERSON_SHOWN"))
                .path("caseId");

        assertThat(again).isNotEqualTo(mislink);
        assertThat(Desk.stateOf(enrolment)).isEqualTo("SUSPENDED");
        String before = Desk.insurer().get("/mislinks/" + mislink).path("linkedSince");
        Desk.insurer().get("/mislinks/" + again).then().body("linkedSince", equalTo(before));
        Desk.insurer().get("/mislinks/" + mislink).then().body("state", equalTo("REINSTATED"));
        Desk.insurer()
                .queryParam("enrolmentId", enrolment)
                .get("/mislinks")
                .then()
                .body("items.id", equalTo(List.of(mislink, again)))
                .body("items.state", equalTo(List.of("REINSTATED", "OPEN")));
        Desk.otherInsurer()
                .queryParam("enrolmentId", enrolment)
                .get("/mislinks")
                .then()
                .body("items", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"decision,FORGET,code-unknown", "reasonCode,BECAUSE,code-unknown", "reason,' ',value-required"})
    void decisionNeedsItsReason(String field, String value, String code) {
        Map<String, Object> body = new LinkedHashMap<>(Mislinks.decision("REINSTATE"));
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

    private List<String> arrivals() {
        return eligibility.arrivals(enrolment).stream()
                .map(arrival -> arrival.version() + " " + arrival.state())
                .toList();
    }
}
