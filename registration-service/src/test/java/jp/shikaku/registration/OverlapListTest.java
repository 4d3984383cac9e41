package jp.shikaku.registration;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.OverlapDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What a list tells of, and whom. */
@RegistrationTest
class OverlapListTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    Rows rows;
    OverlapDesk overlaps;
    Insurer city;
    Insurer employees;
    Citizen hanako;

    @BeforeEach
    void noListWasThereBefore() {
        rows = new Rows(postgres);
        overlaps = new OverlapDesk(adminPort, rows);
        overlaps.forgetLists();
        Desk.knowParties();
        city = Insurer.municipality();
        employees = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void backToToday() {
        overlaps.forgetLists();
    }

    /** A city's coverage that ends so many days after the other began: only from the second day on it is an overlap. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 1"})
    void aChangeOfInsurerOnTheSameDayIsNoOverlap(int daysUntilItEnds, int told) {
        Map<String, Object> before = hanako.enrolment(Days.ago(30));
        before.put("lost", Days.ahead(daysUntilItEnds));
        city.enrol(before).then().body("state", equalTo("CLEARED"));
        employees.enrol(hanako.enrolment(Days.today())).then().body("state", equalTo("CLEARED"));

        overlaps.listOn(0);

        city.desk().get("/overlaps").then().body("items.size()", equalTo(told));
    }

    @Test
    void whatHasNotBegunOrHasEndedIsNoOverlap() {
        Map<String, Object> ended = hanako.enrolment(Days.ago(60));
        ended.put("lost", Days.ago(20));
        city.enrol(ended).then().body("state", equalTo("CLEARED"));
        employees.enrol(hanako.enrolment(Days.ago(30))).then().body("state", equalTo("CLEARED"));

        overlaps.listOn(0);

        city.desk().get("/overlaps").then().body("items", empty());
    }

    @Test
    void aHeldRecordIsInNoListAndASuspendedOneLeavesAll() {
        city.holdOf(hanako);
        String other = employees.enrol(hanako.enrolment(Days.ago(5))).path("id");
        Citizen taro = Citizen.hanako();
        Desk.knowResident(taro);
        String coverage = city.enrol(taro.enrolment(Days.ago(30))).path("id");
        String suspended = employees.enrol(taro.enrolment(Days.ago(5))).path("id");

        overlaps.listOn(0);

        city.desk().get("/overlaps").then().body("items.enrolmentId", contains(coverage));
        employees
                .desk()
                .get("/overlaps")
                .then()
                .body("items.enrolmentId", contains(suspended))
                .body("items.enrolmentId", not(hasItem(other)));
        String overlap = city.desk().get("/overlaps").path("items[0].id");
        rows.run("update enrolment_version set state = 'SUSPENDED' where enrolment_id = '%s'".formatted(suspended));
        city.desk().get("/overlaps").then().body("items", empty());
        city.desk().get("/overlaps/" + overlap).then().statusCode(404);
        employees.desk().get("/overlaps").then().body("items", empty());
        Desk.operator().get("/overlaps?insurerNumber=" + city.number()).then().body("items", empty());
    }

    /** The employee insurance confirmed somebody else under Hanako's number: who it is nobody can say. */
    @Test
    void twoBirthDatesUnderOneNumberAreNoOverlap() {
        city.enrol(hanako.enrolment(Days.ago(30))).then().body("state", equalTo("CLEARED"));
        Map<String, Object> stranger = hanako.enrolment(Days.ago(10));
        stranger.put("birthDate", "1991-01-15");
        String hold = employees
                .enrol(stranger)
                .then()
                .body("state", equalTo("HELD"))
                .extract()
                .path("holdId");
        employees.decide(employees.desk(), hold, "CONFIRM").then().statusCode(200);

        overlaps.listOn(0);

        city.desk().get("/overlaps").then().body("items", empty());
        employees.desk().get("/overlaps").then().body("items", empty());
    }

    @Test
    void eachSeesItsOwnAndTheOperatorAllButWhatWasWrittenForTheInsurer() {
        city.enrol(hanako.enrolment(Days.ago(30)));
        employees.enrol(hanako.enrolment(Days.ago(10)));
        overlaps.listOn(0);
        String overlap = city.desk().get("/overlaps").path("items[0].id");
        city.desk()
                .body(Map.of("reason", "任意継続"))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(200);
        Insurer stranger = Insurer.municipality();

        stranger.desk().get("/overlaps").then().body("items", empty());
        stranger.desk()
                .get("/overlaps?insurerNumber=" + city.number())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:insurerNumber"));
        stranger.desk().get("/overlaps/" + overlap).then().statusCode(404).body("code", equalTo("overlap-not-found"));
        stranger.desk().put("/overlaps/" + overlap + "/closure").then().statusCode(404);
        stranger.desk()
                .body(Map.of("reason", "x"))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(404);
        stranger.desk().delete("/overlaps/" + overlap + "/objection").then().statusCode(404);
        Desk.employer().get("/overlaps").then().statusCode(403);
        Desk.operator().put("/overlaps/" + overlap + "/closure").then().statusCode(403);
        city.desk().header("Idempotency-Key", "k").post("/overlap-lists").then().statusCode(403);

        String told = Desk.operator()
                .get("/overlaps?insurerNumber=" + city.number())
                .then()
                .body("items.id", contains(overlap))
                .body("items.state", contains("OBJECTED"))
                .body("items.objection.reason", everyItem(nullValue()))
                .extract()
                .asString();
        assertThat(told).doesNotContain("任意継続", hanako.name(), hanako.individualNumber());
    }

    @Test
    void theNextListComesWhenBothFiveDayClocksHaveRun() {
        overlaps.listOn(0);

        new Calendar(adminPort).laterByDays(9);
        OverlapDesk.compile(UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("overlap-list-too-early"));
        new Calendar(adminPort).laterByDays(10);
        OverlapDesk.compile(UUID.randomUUID().toString()).then().statusCode(202).body("number", equalTo(2));
    }

    @Test
    void theSameKeyIsTheSameListAndAnotherWaitsForItsEnd() {
        String key = UUID.randomUUID().toString();
        String id = OverlapDesk.compile(key).then().statusCode(202).extract().path("id");
        OverlapDesk.compile(key).then().statusCode(202).body("id", equalTo(id));
        assertThat(rows.count("select count(*) from overlap_list")).isEqualTo(1);

        done(id);
        rows.run(
                "update overlap_list set state = 'RUNNING', ended_at = null, leased_until = now() + interval '1 hour'");
        new Calendar(adminPort).laterByDays(20);
        OverlapDesk.compile(UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("overlap-list-under-way"));
        Desk.operator().post("/overlap-lists").then().statusCode(400);
    }

    /** What a list that is still compiled says is not told, and a crashed one goes on where it was. */
    @Test
    void aCrashedListIsCompiledToItsEndAndCountsOnlyThen() {
        city.enrol(hanako.enrolment(Days.ago(30)));
        employees.enrol(hanako.enrolment(Days.ago(10)));
        overlaps.listOn(0);
        rows.run("update overlap_list set state = 'RUNNING', ended_at = null, last_enrolment_id = null, checked = 0,"
                + " found = 0, leased_until = now() + interval '1 hour'");
        String id = rows.column("select id from overlap_list").get(0).toString();
        city.desk().get("/overlaps").then().body("items", empty());

        rows.run("update overlap_list set leased_until = now() - interval '1 second'");

        done(id);
        city.desk().get("/overlaps").then().body("items.consecutiveLists", contains(1));
        assertThat(rows.count("select count(*) from overlap_entry e join overlap o on o.id = e.overlap_id"
                        + " where o.insurer_number = '" + city.number() + "'"))
                .isEqualTo(1);
    }

    @Test
    void overlapsComeInPagesAndByState() {
        for (int i = 0; i < 3; i++) {
            Citizen citizen = Citizen.hanako();
            Desk.knowResident(citizen);
            city.enrol(citizen.enrolment(Days.ago(30)));
            employees.enrol(citizen.enrolment(Days.ago(10)));
        }
        overlaps.listOn(0);

        String first = city.desk()
                .get("/overlaps?limit=1")
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        city.desk()
                .get("/overlaps?limit=2&after=" + first)
                .then()
                .body("items.size()", equalTo(2))
                .body("next", nullValue());
        city.desk().get("/overlaps?state=OPEN").then().body("items.size()", equalTo(3));
        for (String state : new String[] {"OBJECTED", "CLOSED", "OVER"}) {
            city.desk().get("/overlaps?state=" + state).then().body("items", empty());
        }
        city.desk().get("/overlaps?otherInsurerNumber=" + Desk.INSURER).then().body("items", empty());
        city.desk()
                .get("/overlaps?state=open&limit=0")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:state", "query:limit"));
        Desk.operator().get("/overlap-lists").then().statusCode(200).body("items.number", contains(1));
        city.desk().get("/overlap-lists").then().statusCode(403);
    }

    private static void done(String id) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Desk.operator().get("/overlap-lists/" + id).<String>path("state"))
                .isEqualTo("DONE"));
    }
}
