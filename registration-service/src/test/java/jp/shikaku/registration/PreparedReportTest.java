package jp.shikaku.registration;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** A report that is sent before the day it is about. */
@RegistrationTest
class PreparedReportTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    Citizen hanako;
    Calendar calendar;

    @BeforeEach
    void hanakoIsAResident() {
        calendar = new Calendar(adminPort);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void backToToday() {
        calendar.laterByDays(0);
    }

    @Test
    void aWholeReportIsPreparedAndFiledOnTheDay() {
        String id = Desk.file(hanako.report(Desk.INSURER, Days.ahead(2)))
                .then()
                .statusCode(201)
                .body("state", equalTo("PREPARED"))
                .body("openPoints", empty())
                .body("filedAt", nullValue())
                .body("insurerDueOn", nullValue())
                .body("employerDueOn", equalTo(Days.ahead(7)))
                .body("filedLate", equalTo(false))
                .extract()
                .path("id");

        calendar.laterByDays(1);
        assertThat(Desk.reportState(id)).isEqualTo("PREPARED");
        calendar.laterByDays(2);
        awaitState(id, "FILED")
                .body("filedAt", startsWith(Days.ahead(2) + "T00:00:00"))
                .body("insurerDueOn", equalTo(Days.ahead(7)))
                .body("version", equalTo(2));
    }

    @Test
    void theDayBeforeNothingIsFiled() {
        String tomorrow = Desk.file(hanako.report(Desk.INSURER, Days.ahead(1))).path("id");
        String later =
                Desk.file(Citizen.hanako().report(Desk.INSURER, Days.ahead(2))).path("id");

        calendar.laterByDays(1);

        awaitState(tomorrow, "FILED");
        assertThat(Desk.reportState(later)).isEqualTo("PREPARED");
    }

    @Test
    void whatIsMissingIsListedAndCanBeCompleted() {
        Map<String, Object> body = hanako.report(Desk.UNKNOWN_INSURER, Days.ahead(1));
        List.of("individualNumber", "address", "nameKana").forEach(body::remove);
        String id = Desk.file(body)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("PREPARED"))
                .body(
                        "openPoints.code",
                        contains(
                                "insurer-unknown", "individual-number-missing", "name-kana-missing", "address-missing"))
                .body("openPoints[1].field", equalTo("/individualNumber"))
                .body("openPoints[1].nextStep.en", startsWith("Ask the person"))
                .extract()
                .path("id");

        Desk.correctReport(id, 1, hanako.report(Desk.INSURER, Days.ahead(1)))
                .then()
                .statusCode(200)
                .body("state", equalTo("PREPARED"))
                .body("openPoints", empty());

        calendar.laterByDays(1);
        awaitState(id, "FILED");
    }

    @Test
    void whatIsStillMissingOnTheDayGoesBackWithTheReasons() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ahead(1));
        body.remove("individualNumber");
        String id = Desk.file(body).path("id");

        calendar.laterByDays(1);

        awaitState(id, "RETURNED")
                .body("openPoints.code", contains("individual-number-missing"))
                .body("filedAt", nullValue())
                .body("employerDueOn", equalTo(Days.ahead(6)));
    }

    @Test
    void anInsurerThatTakesPartByThatDayIsNoReasonToReturn() {
        Map<String, Object> body = hanako.report("06130017", Days.ahead(1));
        String id = Desk.file(body)
                .then()
                .statusCode(201)
                .body("openPoints.code", contains("insurer-unknown"))
                .extract()
                .path("id");

        Desk.operator().body(Map.of("name", "新しい健保")).put("/insurers/06130017");
        calendar.laterByDays(1);

        awaitState(id, "FILED").body("openPoints", empty());
    }

    @Test
    void moreThanAreTakenAtOnceAreAllTakenAndEachOnce() {
        List<String> ids = Stream.generate(Citizen::hanako)
                .limit(8)
                .map(citizen ->
                        Desk.file(citizen.report(Desk.INSURER, Days.ahead(1))).<String>path("id"))
                .toList();

        calendar.laterByDays(1);

        ids.forEach(id -> awaitState(id, "FILED").body("version", equalTo(2)));
    }

    @Test
    void whatAnotherReplicaIsAtIsLeftToIt() throws SQLException {
        String taken = Desk.file(hanako.report(Desk.INSURER, Days.ahead(1))).path("id");
        String free =
                Desk.file(Citizen.hanako().report(Desk.INSURER, Days.ahead(1))).path("id");
        try (Connection replica = DriverManager.getConnection(
                        postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
                Statement statement = replica.createStatement()) {
            replica.setAutoCommit(false);
            statement.execute("select 1 from report where id = '" + taken + "' for update");

            calendar.laterByDays(1);

            awaitState(free, "FILED");
            assertThat(Desk.reportState(taken)).isEqualTo("PREPARED");
            replica.rollback();
        }
        awaitState(taken, "FILED");
    }

    @Test
    void whenNobodyLookedInTimeAnEarlyEmployerIsNotLateAndTheInsurerHasItsFullTime() {
        String id = Desk.file(hanako.report(Desk.INSURER, Days.ahead(1))).path("id");

        calendar.laterByDays(10);

        awaitState(id, "FILED")
                .body("filedLate", equalTo(false))
                .body("filedAt", startsWith(Days.ahead(1)))
                .body("insurerDueOn", equalTo(Days.ahead(15)));
    }

    @Test
    void theInsurersRecordOfThatDayRegistersItBefore() {
        String id = Desk.file(hanako.report(Desk.INSURER, Days.ahead(3))).path("id");
        String enrolment = Desk.enrol(hanako.enrolment(Days.ahead(3)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Desk.reportState(id)).isEqualTo("REGISTERED");

        Desk.correct(enrolment, 1, Citizen.hanako().enrolment(Days.ahead(3)))
                .then()
                .statusCode(200);

        assertThat(Desk.reportState(id)).isEqualTo("PREPARED");
    }

    @Test
    void theInsurersRecordOfAnotherDayLeavesItAlone() {
        String id = Desk.file(hanako.report(Desk.INSURER, Days.ahead(3))).path("id");

        Desk.enrol(hanako.enrolment(Days.ago(30))).then().statusCode(201);

        assertThat(Desk.reportState(id)).isEqualTo("PREPARED");
    }

    private static ValidatableResponse awaitState(String id, String state) {
        await().untilAsserted(() -> assertThat(Desk.reportState(id)).isEqualTo(state));
        return Desk.employer().get("/reports/" + id).then().statusCode(200);
    }
}
