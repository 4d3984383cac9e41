package jp.shikaku.registration;

import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@RegistrationTest
class ReportTest {

    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @Test
    void aReportNamesTheLastDaysOfBothParties() {
        Response filed = Desk.file(hanako.report(Desk.INSURER, Days.ago(3)));

        String id = filed.then()
                .statusCode(201)
                .body("state", equalTo("FILED"))
                .body("insurerNumber", equalTo(Desk.INSURER))
                .body("employerDueOn", equalTo(Days.ahead(2)))
                .body("filedLate", equalTo(false))
                .body("insurerDueOn", equalTo(Days.ahead(5)))
                .extract()
                .path("id");
        filed.then().header("Location", endsWith("/reports/" + id));
        Desk.employer().get("/reports/" + id).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void theFifthDayIsInTimeAndTheSixthIsLate() {
        Desk.file(hanako.report(Desk.INSURER, Days.ago(5))).then().body("filedLate", equalTo(false));
        Desk.file(hanako.report(Desk.INSURER, Days.ago(6))).then().body("filedLate", equalTo(true));
    }

    @Test
    void theAnswerSaysNothingOfThePerson() {
        String answer = Desk.file(hanako.report(Desk.INSURER, Days.today())).asString();

        assertThat(answer).doesNotContain("花子", "ハナコ", "1990", "霞が関", hanako.individualNumber());
    }

    @Test
    void theInsurersEnrolmentRegistersTheOldestReport() {
        String first = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");
        String second = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");

        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);

        assertThat(stateOf(first)).isEqualTo("REGISTERED");
        assertThat(stateOf(second)).isEqualTo("FILED");
    }

    @Test
    void aReportThatComesAfterTheInsurersRecordOfTheDayIsRegisteredAtOnce() {
        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);

        Desk.file(hanako.report(Desk.INSURER, Days.ago(2))).then().body("state", equalTo("FILED"));
        Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).then().body("state", equalTo("REGISTERED"));
        Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).then().body("state", equalTo("FILED"));
    }

    @Test
    void theReportOfTheVeryDayIsRegisteredBeforeAnOlderOne() {
        String older = Desk.file(hanako.report(Desk.INSURER, Days.ago(30))).path("id");
        String ofTheDay = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");

        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);

        assertThat(stateOf(ofTheDay)).isEqualTo("REGISTERED");
        assertThat(stateOf(older)).isEqualTo("FILED");
    }

    @Test
    void theEnrolmentOfAnotherInsurerOrPersonRegistersNothing() {
        String withOther =
                Desk.file(hanako.report(Desk.OTHER_INSURER, Days.ago(3))).path("id");
        String ofOther =
                Desk.file(Citizen.hanako().report(Desk.INSURER, Days.ago(3))).path("id");

        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);

        assertThat(stateOf(withOther)).isEqualTo("FILED");
        assertThat(stateOf(ofOther)).isEqualTo("FILED");
    }

    @Test
    void whenTheNumberWasAnotherPersonsTheReportsFollowTheCorrection() {
        Citizen taro = Citizen.hanako();
        String ofTaro = Desk.file(taro.report(Desk.INSURER, Days.ago(3))).path("id");
        String ofHanako = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");
        String enrolment = Desk.enrol(taro.enrolment(Days.ago(3))).path("id");
        assertThat(stateOf(ofTaro)).isEqualTo("REGISTERED");

        Desk.correct(enrolment, 1, hanako.enrolment(Days.ago(3))).then().statusCode(200);

        assertThat(stateOf(ofTaro)).isEqualTo("FILED");
        assertThat(stateOf(ofHanako)).isEqualTo("REGISTERED");
    }

    @Test
    void anEmployerSeesItsOwnReportsOnly() {
        String id = Desk.file(hanako.report(Desk.INSURER, Days.today())).path("id");

        Desk.otherEmployer().get("/reports/" + id).then().statusCode(404).body("code", equalTo("report-not-found"));
        assertThat(Desk.otherEmployer().get("/reports?limit=100").asString()).doesNotContain(id);
        Desk.employer().get("/reports/nonsense").then().statusCode(404).body("code", equalTo("report-not-found"));
    }

    @Test
    void theListCanBeOfOneState() {
        String filed = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");
        Map<String, Object> incomplete = hanako.report(Desk.INSURER, Days.ago(3));
        incomplete.remove("address");
        String returned = Desk.file(incomplete).path("id");

        Desk.employer()
                .get("/reports?state=RETURNED&after=" + filed)
                .then()
                .statusCode(200)
                .body("items.id", contains(returned));
        Desk.employer().get("/reports?state=LOST").then().statusCode(422).body("errors.code", contains("code-unknown"));
    }

    @Test
    void theListIsPagedOldestFirst() {
        String first = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");
        String second = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");
        String third = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");

        Desk.employer()
                .get("/reports?limit=1&after=" + first)
                .then()
                .statusCode(200)
                .body("items.id", contains(second))
                .body("next", equalTo(second));
        Desk.employer()
                .get("/reports?limit=1&after=" + second)
                .then()
                .body("items.id", contains(third))
                .body("next", nullValue());
    }

    private static String stateOf(String report) {
        return Desk.reportState(report);
    }
}
