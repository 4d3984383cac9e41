package jp.shikaku.registration;

import java.net.URI;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Without the individual number or one of the five items a report goes back to its employer. */
@RegistrationTest
class ReturnedReportTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void backToToday() {
        new Calendar(adminPort).laterByDays(0);
    }

    @ParameterizedTest
    @CsvSource({
        "insurerNumber, insurer-missing",
        "individualNumber, individual-number-missing",
        "name, name-missing",
        "nameKana, name-kana-missing",
        "birthDate, birth-date-missing",
        "sex, sex-missing",
        "address, address-missing",
    })
    void aReportWithoutOneOfItsItemsIsKeptAndGoesBack(String field, String code) {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(2));
        body.put(field, " ");

        String id = Desk.file(body)
                .then()
                .statusCode(201)
                .body("state", equalTo("RETURNED"))
                .body("openPoints.code", contains(code))
                .body("openPoints.field", contains("/" + field))
                .body("openPoints[0].message.ja", not(equalTo("")))
                .body("openPoints[0].nextStep.en", not(equalTo("")))
                .body("filedAt", nullValue())
                .body("insurerDueOn", nullValue())
                .extract()
                .path("id");
        assertThat(Desk.reportState(id)).isEqualTo("RETURNED");
    }

    @ParameterizedTest
    @CsvSource({
        "relationship, relationship-missing",
        "insuredIndividualNumber, insured-number-missing",
        "insuredName, insured-name-missing",
    })
    void aReportOfADependantNamesTheInsuredPerson(String field, String code) {
        Map<String, Object> body = hanako.dependantReport(Citizen.hanako(), Desk.INSURER, Days.ago(2));
        body.remove(field);

        Desk.file(body).then().body("state", equalTo("RETURNED")).body("openPoints.code", contains(code));
    }

    @Test
    void aReportOfALossSaysWhy() {
        Map<String, Object> body = hanako.lossReport(Desk.INSURER, Days.ago(2));
        body.remove("lossReason");

        Desk.file(body)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("openPoints.code", contains("loss-reason-missing"));
    }

    @Test
    void itsClockKeepsRunning() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(5));
        body.remove("address");
        String id = Desk.file(body)
                .then()
                .body("employerDueOn", equalTo(Days.today()))
                .body("filedLate", equalTo(false))
                .extract()
                .path("id");

        new Calendar(adminPort).laterByDays(1);

        Desk.employer()
                .get("/reports/" + id)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("filedLate", equalTo(true));
    }

    @Test
    void completedItIsFiledAsOfTheDayOfCompletion() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(5));
        body.remove("individualNumber");
        String id = Desk.file(body).path("id");

        new Calendar(adminPort).laterByDays(1);

        Desk.correctReport(id, 1, hanako.report(Desk.INSURER, Days.ago(5)))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("FILED"))
                .body("openPoints", empty())
                .body("filedLate", equalTo(true))
                .body("insurerDueOn", equalTo(Days.ahead(6)));
    }

    @Test
    void anEnrolmentRegistersNoReturnedReport() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(3));
        body.remove("address");
        String id = Desk.file(body).path("id");

        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);

        assertThat(Desk.reportState(id)).isEqualTo("RETURNED");
        Desk.correctReport(id, 1, hanako.report(Desk.INSURER, Days.ago(3)))
                .then()
                .body("state", equalTo("REGISTERED"));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        Desk.file(Map.of("acquired", Days.today()))
                .then()
                .statusCode(201)
                .body(
                        "openPoints.code",
                        containsInAnyOrder(
                                "insurer-missing",
                                "individual-number-missing",
                                "name-missing",
                                "name-kana-missing",
                                "birth-date-missing",
                                "sex-missing",
                                "address-missing"));
    }
}
