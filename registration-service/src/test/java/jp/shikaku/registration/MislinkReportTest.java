package jp.shikaku.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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
import jp.shikaku.registration.world.EligibilityStandIn.Arrival;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Whoever sees the wrong person says so, and nothing is shown of the record any more. */
@RegistrationTest
class MislinkReportTest {

    private static final String CLINIC = "0110113719";
    private static final String OTHER_CLINIC = "1310000015";
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
    }

    @Test
    void insurerStopsItsOwnRecordAndIsToldThatNothingIsShown() {
        Response answer = Desk.reportMislink(Desk.insurer(), ofEnrolment(enrolment));

        answer.then().statusCode(201).body("display", equalTo("STOPPED")).body("size()", equalTo(3));
        assertThat(states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
        assertThat(Desk.stateOf(enrolment)).isEqualTo("SUSPENDED");
    }

    @Test
    void clinicStopsWhatItWasShownAndLearnsNothingOfIt() {
        shown(CLINIC, enrolment);

        Response answer = Desk.reportMislink(Desk.institution(CLINIC), ofConfirmation(NUMBER));

        answer.then().statusCode(201).body("display", equalTo("STOPPED")).body("size()", equalTo(3));
        assertThat(answer.asString()).doesNotContain(enrolment, "花子", Desk.INSURER);
        assertThat(answer.header("Location")).doesNotContain(enrolment);
        assertThat(states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
        assertThat(eligibility.questions()).singleElement().satisfies(question -> assertThat(question.onBehalfOf())
                .isEqualTo("institution:" + CLINIC));
    }

    @Test
    void hotlineStopsWhatItsCallerWasShown() {
        shown(CLINIC, enrolment);

        Desk.reportMislink(Desk.hotline(), ofConfirmation("28T5-CY4T-QKFFR"))
                .then()
                .statusCode(201);

        assertThat(states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
        assertThat(eligibility.questions().get(0).onBehalfOf()).isEqualTo("hotline:agent-7");
    }

    @Test
    void employerThatGaveAWrongNumberStopsWhatItsReportLedTo() {
        Citizen taro = Citizen.hanako();
        Desk.knowResident(taro);
        String report = Desk.file(taro.report(Desk.INSURER, Days.ago(3))).path("id");
        Desk.reportMislink(Desk.employer(), ofReport(report))
                .then()
                .statusCode(409)
                .body("code", equalTo("mislink-nothing-shown"));
        String linked = Desk.enrol(taro.enrolment(Days.ago(3))).path("id");

        Desk.reportMislink(Desk.otherEmployer(), ofReport(report))
                .then()
                .statusCode(404)
                .body("code", equalTo("report-not-found"));
        Desk.reportMislink(Desk.employer(), ofReport(report)).then().statusCode(201);

        assertThat(Desk.stateOf(linked)).isEqualTo("SUSPENDED");
    }

    @Test
    void operatorStopsByRecordOrByConfirmation() {
        shown(CLINIC, enrolment);

        String one = Desk.reportMislink(Desk.operator(), ofEnrolment(enrolment)).path("caseId");
        String other =
                Desk.reportMislink(Desk.operator(), ofConfirmation(NUMBER)).path("caseId");

        assertThat(one).isNotNull().isEqualTo(other);
    }

    @Test
    void clinicCannotStopWhatAnotherWasShown() {
        shown(CLINIC, enrolment);

        Desk.reportMislink(Desk.institution(OTHER_CLINIC), ofConfirmation(NUMBER))
                .then()
                .statusCode(404)
                .body("code", equalTo("confirmation-not-found"));

        assertNothingHappened();
    }

    @Test
    void insurerCannotStopAnothersRecord() {
        Desk.reportMislink(Desk.otherInsurer(), ofEnrolment(enrolment))
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-not-found"));
        Desk.reportMislink(Desk.insurer(), ofEnrolment(UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-not-found"));

        assertNothingHappened();
    }

    @Test
    void confirmationThatShowedNobodyHasNothingToStop() {
        eligibility.answerQuestions(question -> new Answer(200, shownJson(CLINIC, null)));

        Desk.reportMislink(Desk.institution(CLINIC), ofConfirmation(NUMBER))
                .then()
                .statusCode(409)
                .body("code", equalTo("mislink-nothing-shown"));
        eligibility.answerQuestions(question -> new Answer(404, "{\"code\":\"confirmation-not-found\"}"));
        Desk.reportMislink(Desk.institution(CLINIC), ofConfirmation(NUMBER))
                .then()
                .statusCode(404);

        assertNothingHappened();
    }

    @Test
    void whenEligibilityCannotBeAskedTheReporterIsToldToRepeat() {
        eligibility.answerQuestions(question -> new Answer(503, "{\"code\":\"undetermined\"}"));

        Desk.reportMislink(Desk.institution(CLINIC), ofConfirmation(NUMBER))
                .then()
                .statusCode(503)
                .body("code", equalTo("temporarily-unavailable"));
        eligibility.answerQuestions(question -> new Answer(200, "<html>a proxy</html>"));
        Desk.reportMislink(Desk.institution(CLINIC), ofConfirmation(NUMBER))
                .then()
                .statusCode(503);

        assertNothingHappened();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "insurer, confirmationNumber",
        "insurer, reportId",
        "institution, enrolmentId",
        "institution, reportId",
        "hotline, enrolmentId",
        "employer, enrolmentId",
        "employer, confirmationNumber",
        "operator, reportId",
        "insurer, nothing",
        "operator, both",
    })
    void eachPartyNamesWhatItKnows(String party, String field) {
        Map<String, Object> body = body();
        switch (field) {
            case "confirmationNumber" -> body.put(field, NUMBER);
            case "nothing" -> {}
            case "both" -> {
                body.put("confirmationNumber", NUMBER);
                body.put("enrolmentId", enrolment);
            }
            default -> body.put(field, enrolment);
        }

        Desk.reportMislink(as(party), body)
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("one-of-three")));
    }

    @Test
    void valuesThatCannotBeReadAreNamed() {
        Map<String, Object> body = body();
        body.put("enrolmentId", "mine");
        body.put("confirmationNumber", "28T5-CY4T-QKFFX");
        body.put("observation", "STRANGE");
        body.put("note", "x".repeat(501));
        List<String> pointers = Desk.reportMislink(Desk.insurer(), body)
                .then()
                .statusCode(422)
                .extract()
                .path("errors.pointer");
        assertThat(pointers).containsExactlyInAnyOrder("/enrolmentId", "/confirmationNumber", "/observation", "/note");

        Map<String, Object> other = ofEnrolment(enrolment);
        other.put("observation", "OTHER");
        Desk.reportMislink(Desk.insurer(), other)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/note")));
        assertNothingHappened();
    }

    @Test
    void servicesDoNotReport() {
        Desk.reportMislink(Desk.service(), ofEnrolment(enrolment)).then().statusCode(403);
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

    private void assertNothingHappened() {
        assertThat(states(enrolment)).containsExactly("VISIBLE");
        assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED");
        assertThat(rows.count("select count(*) from mislink_case where enrolment_id = ?", UUID.fromString(enrolment)))
                .isZero();
    }

    private List<String> states(String id) {
        return eligibility.arrivals(id).stream().map(Arrival::state).toList();
    }

    private static RequestSpecification as(String party) {
        return switch (party) {
            case "insurer" -> Desk.insurer();
            case "institution" -> Desk.institution(CLINIC);
            case "hotline" -> Desk.hotline();
            case "employer" -> Desk.employer();
            default -> Desk.operator();
        };
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

    private static Map<String, Object> ofReport(String id) {
        Map<String, Object> body = body();
        body.put("reportId", id);
        return body;
    }

    private static Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("observation", "ANOTHER_PERSON_SHOWN");
        return body;
    }
}
