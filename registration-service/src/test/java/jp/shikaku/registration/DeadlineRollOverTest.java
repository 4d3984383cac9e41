package jp.shikaku.registration;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Where a last day on which offices are closed moves (R9). */
@RegistrationTest
@TestProfile(DeadlineRollOverTest.LastDaysMove.class)
class DeadlineRollOverTest {

    public static class LastDaysMove implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shikaku.deadline.roll-over", "NEXT_BUSINESS_DAY");
        }
    }

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    Insurer insurer;
    Citizen hanako;

    @BeforeEach
    void parties() {
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowParties();
    }

    @AfterEach
    void backToToday() {
        new Calendar(adminPort).laterByDays(0);
    }

    /** The days off of May, a single one, a weekend, the turn of the year; and none. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-27, 2026-05-07, a Saturday and four holidays", // 5-02 to 5-06
        "2026-04-24, 2026-04-30, a holiday", // 4-29
        "2026-04-20, 2026-04-27, a Saturday",
        "2026-04-21, 2026-04-27, a Sunday",
        "2025-12-24, 2026-01-05, the turn of the year", // 12-29 to 1-3, a Sunday
        "2026-04-22, 2026-04-27, no day off",
        "2026-04-08, 2026-04-13, no day off",
    })
    void theEmployersLastDayMovesBehindTheDaysOff(String fact, String dueOn, String why) {
        Desk.file(hanako.report(insurer.number(), fact)).then().statusCode(201).body("employerDueOn", equalTo(dueOn));
    }

    /** The period of a fact of a Monday ends on a Saturday, and so on the Monday after it. */
    @Test
    void untilTheDayToWhichItMovedNothingIsLate() {
        LocalDate today = Days.date(0);
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Map<String, Object> incomplete =
                hanako.report(insurer.number(), monday.minusDays(7).toString());
        incomplete.remove("address");
        LocalDate dueOn = LocalDate.parse(Desk.file(incomplete).path("employerDueOn"));
        assertThat(dueOn).isAfterOrEqualTo(monday);
        Calendar calendar = new Calendar(adminPort);

        calendar.laterByDays((int) ChronoUnit.DAYS.between(today, dueOn));
        employersList()
                .body("items.dueOn", contains(dueOn.toString()))
                .body("items.state", contains("DUE_SOON"))
                .body("items.daysLeft", contains(0));

        calendar.laterByDays((int) ChronoUnit.DAYS.between(today, dueOn) + 1);
        employersList().body("items.state", contains("OVERDUE")).body("items.daysLeft", contains(-1));
    }

    /** Filed today, the insurer's period ends on a day on which offices are open, the fifth or the first after it. */
    @Test
    void theInsurersLastDayMovesLikewise() {
        String report = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");

        String expected = Desk.insurer()
                .get("/deadlines/rule?fact=" + Days.today())
                .then()
                .body("rollOver", equalTo("NEXT_BUSINESS_DAY"))
                .extract()
                .path("example.dueOn");
        assertThat(LocalDate.parse(expected).getDayOfWeek().getValue()).isLessThan(6);
        insurer.desk()
                .get("/deadlines")
                .then()
                .body("items.reportId", contains(report))
                .body("items.dueOn", contains(expected));
    }

    @Test
    void theRuleInForceSaysThatItMovesAndOnWhatThatRests() {
        Desk.employer()
                .get("/deadlines/rule?fact=2026-04-27")
                .then()
                .statusCode(200)
                .body("rollOver", equalTo("NEXT_BUSINESS_DAY"))
                .body("text.en", containsString("moves to the next"))
                .body("example.dueOn", equalTo("2026-05-07"));
        List<String> laws = Desk.employer().get("/deadlines/rule").path("basis.ja");
        assertThat(laws).anyMatch(law -> law.contains("行政機関の休日に関する法律"));
    }

    private ValidatableResponse employersList() {
        return Desk.employer()
                .get("/deadlines?insurerNumber=" + insurer.number())
                .then()
                .statusCode(200);
    }
}
