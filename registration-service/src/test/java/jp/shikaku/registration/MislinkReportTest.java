package jp.shikaku.registration;

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
import jp.shikaku.registration.world.Mislinks;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Whoever sees the wrong person says so, and nothing is shown of the record any more. */
@RegistrationTest
class MislinkReportTest {

    private static final String OTHER_CLINIC = "1310000015";

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
    }

    @Test
    void insurerStopsItsOwnRecordAndIsToldThatNothingIsShown() {
        Response answer = Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(enrolment));

        answer.then().statusCode(201).body("display", equalTo("STOPPED")).body("size()", equalTo(3));
        assertThat(mislinks.states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
        assertThat(Desk.stateOf(enrolment)).isEqualTo("SUSPENDED");
    }

    @Test
    void clinicStopsWhatItWasShownAndLearnsNothingOfIt() {
        mislinks.shown(Mislinks.CLINIC, enrolment);

        String asItWasTyped = Mislinks.NUMBER.replace("-", "");
        Response answer = Desk.reportMislink(Desk.institution(Mislinks.CLINIC), Mislinks.ofConfirmation(asItWasTyped));

        answer.then().statusCode(201).body("display", equalTo("STOPPED")).body("size()", equalTo(3));
        assertThat(answer.asString()).doesNotContain(enrolment, "花子", Desk.INSURER);
        assertThat(answer.header("Location")).doesNotContain(enrolment);
        assertThat(mislinks.states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
        assertThat(eligibility.questions()).singleElement().satisfies(question -> assertThat(question.onBehalfOf())
                .isEqualTo("institution:" + Mislinks.CLINIC));
    }

    @Test
    void hotlineStopsWhatItsCallerWasShown() {
        mislinks.shown(Mislinks.CLINIC, enrolment);

        Desk.reportMislink(Desk.hotline(), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .then()
                .statusCode(201);

        assertThat(mislinks.states(enrolment)).containsExactly("VISIBLE", "SUSPENDED");
        assertThat(eligibility.questions().get(0).onBehalfOf()).isEqualTo("hotline:agent-7");
    }

    @Test
    void employerThatGaveAWrongNumberStopsWhatItsReportLedTo() {
        Citizen taro = Citizen.hanako();
        Desk.knowResident(taro);
        String report = Desk.file(taro.report(Desk.INSURER, Days.ago(3))).path("id");
        Desk.reportMislink(Desk.employer(), Mislinks.ofReport(report))
                .then()
                .statusCode(409)
                .body("code", equalTo("mislink-nothing-shown"));
        String linked = Desk.enrol(taro.enrolment(Days.ago(3))).path("id");

        Desk.reportMislink(Desk.otherEmployer(), Mislinks.ofReport(report))
                .then()
                .statusCode(404)
                .body("code", equalTo("report-not-found"));
        Desk.reportMislink(Desk.employer(), Mislinks.ofReport(report)).then().statusCode(201);

        assertThat(Desk.stateOf(linked)).isEqualTo("SUSPENDED");
    }

    @Test
    void operatorStopsByRecordOrByConfirmation() {
        mislinks.shown(Mislinks.CLINIC, enrolment);

        String one = Desk.reportMislink(Desk.operator(), Mislinks.ofEnrolment(enrolment))
                .path("caseId");
        String other = Desk.reportMislink(Desk.operator(), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .path("caseId");

        assertThat(one).isNotNull().isEqualTo(other);
    }

    @Test
    void clinicCannotStopWhatAnotherWasShown() {
        mislinks.shown(Mislinks.CLINIC, enrolment);

        Desk.reportMislink(Desk.institution(OTHER_CLINIC), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .then()
                .statusCode(404)
                .body("code", equalTo("confirmation-not-found"));

        assertNothingHappened();
    }

    @Test
    void insurerCannotStopAnothersRecord() {
        Desk.reportMislink(Desk.otherInsurer(), Mislinks.ofEnrolment(enrolment))
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-not-found"));
        Desk.reportMislink(
                        Desk.insurer(), Mislinks.ofEnrolment(UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-not-found"));

        assertNothingHappened();
    }

    @Test
    void confirmationThatShowedNobodyHasNothingToStop() {
        mislinks.shown(Mislinks.CLINIC, null);

        Desk.reportMislink(Desk.institution(Mislinks.CLINIC), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .then()
                .statusCode(409)
                .body("code", equalTo("mislink-nothing-shown"));
        eligibility.answerQuestions(question -> new Answer(404, "{\"code\":\"confirmation-not-found\"}"));
        Desk.reportMislink(Desk.institution(Mislinks.CLINIC), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .then()
                .statusCode(404);

        assertNothingHappened();
    }

    @Test
    void whenEligibilityCannotBeAskedTheReporterIsToldToRepeat() {
        eligibility.answerQuestions(question -> new Answer(503, "{\"code\":\"undetermined\"}"));

        Desk.reportMislink(Desk.institution(Mislinks.CLINIC), Mislinks.ofConfirmation(Mislinks.NUMBER))
                .then()
                .statusCode(503)
                .body("code", equalTo("temporarily-unavailable"));
        eligibility.answerQuestions(question -> new Answer(200, "<html>a proxy</html>"));
        Desk.reportMislink(Desk.institution(Mislinks.CLINIC), Mislinks.ofConfirmation(Mislinks.NUMBER))
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
        Map<String, Object> body = Mislinks.ofNothing();
        switch (field) {
            case "confirmationNumber" -> body.put(field, Mislinks.NUMBER);
            case "nothing" -> {}
            case "both" -> {
                body.put("confirmationNumber", Mislinks.NUMBER);
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
        Map<String, Object> body = Mislinks.ofNothing();
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

        Map<String, Object> other = Mislinks.ofEnrolment(enrolment);
        other.put("observation", "OTHER");
        Desk.reportMislink(Desk.insurer(), other)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/note")));
        assertNothingHappened();
    }

    @Test
    void servicesDoNotReport() {
        Desk.reportMislink(Desk.service(), Mislinks.ofEnrolment(enrolment))
                .then()
                .statusCode(403);
    }

    private void assertNothingHappened() {
        assertThat(mislinks.states(enrolment)).containsExactly("VISIBLE");
        assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED");
        assertThat(rows.count("select count(*) from mislink_case where enrolment_id = ?", UUID.fromString(enrolment)))
                .isZero();
    }

    private static RequestSpecification as(String party) {
        return switch (party) {
            case "insurer" -> Desk.insurer();
            case "institution" -> Desk.institution(Mislinks.CLINIC);
            case "hotline" -> Desk.hotline();
            case "employer" -> Desk.employer();
            default -> Desk.operator();
        };
    }
}
