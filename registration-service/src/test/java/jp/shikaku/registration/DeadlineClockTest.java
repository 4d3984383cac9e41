package jp.shikaku.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Both five-day clocks, each state on both sides of its boundary, as the days go by. */
@RegistrationTest
class DeadlineClockTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    Insurer insurer;
    Citizen hanako;

    @BeforeEach
    void anInsurerNobodyFiledWith() {
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void backToToday() {
        new Calendar(adminPort).laterByDays(0);
    }

    @ParameterizedTest
    @CsvSource({"0, ON_TIME, 5", "2, ON_TIME, 3", "3, DUE_SOON, 2", "5, DUE_SOON, 0", "6, OVERDUE, -1"})
    void soManyDaysAfterFilingTheInsurersPeriodStands(int days, String state, int daysLeft) {
        String report = Desk.file(hanako.report(insurer.number(), Days.today())).path("id");

        new Calendar(adminPort).laterByDays(days);

        insurersList("")
                .body("items.reportId", contains(report))
                .body("items.state", contains(state))
                .body("items.daysLeft", contains(daysLeft))
                .body("items.since", contains(Days.today()))
                .body("items.dueOn", contains(Days.ahead(5)))
                .body("items[0].doneAt", nullValue());
        for (String other : List.of("ON_TIME", "DUE_SOON", "OVERDUE")) {
            insurersList("?state=" + other).body("items.reportId", other.equals(state) ? contains(report) : empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"5, DONE, DONE_LATE", "6, DONE_LATE, DONE"})
    void whatIsRegisteredOnTheLastDayIsInTimeAndOnTheNextLate(int days, String state, String otherState) {
        String report = Desk.file(hanako.report(insurer.number(), Days.today())).path("id");
        new Calendar(adminPort).laterByDays(days);

        insurer.enrol(hanako.enrolment(Days.today())).then().statusCode(201);

        insurersList("").body("items", empty());
        insurersList("?state=" + state).body("items.reportId", contains(report)).body("items[0].daysLeft", nullValue());
        insurersList("?state=" + otherState).body("items", empty());
    }

    /** What came back is with the employer, whose days go on. */
    @ParameterizedTest
    @CsvSource({"2, ON_TIME, 3", "3, DUE_SOON, 2", "5, DUE_SOON, 0", "6, OVERDUE, -1"})
    void soManyDaysAfterTheFactTheEmployersPeriodStands(int days, String state, int daysLeft) {
        Map<String, Object> incomplete = hanako.report(insurer.number(), Days.ago(days));
        incomplete.remove("address");
        String report = Desk.file(incomplete).path("id");

        employersList("")
                .body("items.reportId", contains(report))
                .body("items.reportState", contains("RETURNED"))
                .body("items.clock", contains("EMPLOYER"))
                .body("items.state", contains(state))
                .body("items.daysLeft", contains(daysLeft));
        for (String other : List.of("ON_TIME", "DUE_SOON", "OVERDUE")) {
            employersList("&state=" + other).body("items.reportId", other.equals(state) ? contains(report) : empty());
        }
        insurersList("").body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"5, DONE, DONE_LATE", "6, DONE_LATE, DONE"})
    void whatIsFiledOnTheLastDayIsInTimeAndOnTheNextLate(int days, String state, String otherState) {
        String report =
                Desk.file(hanako.report(insurer.number(), Days.ago(days))).path("id");

        employersList("").body("items", empty());
        employersList("&state=" + state).body("items.reportId", contains(report));
        employersList("&state=" + otherState).body("items", empty());
    }

    @Test
    void theInsurersDaysBeginWithTheDayInJapanOnWhichAPreparedReportIsFiled() {
        Desk.file(hanako.report(insurer.number(), Days.ahead(1)))
                .then()
                .statusCode(201)
                .body("state", equalTo("PREPARED"));

        employersList("").body("items.since", contains(Days.ahead(1))).body("items.dueOn", contains(Days.ahead(6)));
        insurersList("").body("items", empty());
    }

    @Test
    void aLossHasBothClocksToo() {
        Desk.file(hanako.lossReport(insurer.number(), Days.ago(6))).then().statusCode(201);

        insurersList("?kind=LOSS").body("items.daysLeft", contains(5));
        insurersList("?kind=ACQUISITION").body("items", empty());
        employersList("&state=DONE_LATE").body("items.kind", contains("LOSS"));
    }

    private ValidatableResponse insurersList(String query) {
        return insurer.desk().get("/deadlines" + query).then().statusCode(200);
    }

    /** Of what the employer has to do with this insurer. */
    private ValidatableResponse employersList(String query) {
        return Desk.employer()
                .get("/deadlines?insurerNumber=" + insurer.number() + query)
                .then()
                .statusCode(200);
    }
}
