package jp.shikaku.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.OverlapDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/**
 * 資格重複: Hanako has National Health Insurance since 30 days and is employed since 10; nobody has reported that the first
 * has ended.
 */
@RegistrationTest
class OverlapTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    OverlapDesk overlaps;
    Insurer city;
    Insurer employees;
    Citizen hanako;
    String coverage;
    String other;

    @BeforeEach
    void hanakoIsInsuredTwice() {
        eligibility.reset();
        rows = new Rows(postgres);
        overlaps = new OverlapDesk(adminPort, rows);
        overlaps.forgetLists();
        Desk.knowParties();
        city = Insurer.municipality();
        employees = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        coverage = enrolled(city, hanako, 30);
        other = enrolled(employees, hanako, 10);
    }

    @AfterEach
    void backToToday() {
        overlaps.forgetLists();
    }

    @Test
    void oneListClosesNothing() {
        overlaps.listOn(0);

        String overlap = only().body("items[0].state", equalTo("OPEN"))
                .body("items[0].enrolmentId", equalTo(coverage))
                .body("items[0].acquired", equalTo(Days.ago(30)))
                .body("items[0].otherInsurerNumber", equalTo(employees.number()))
                .body("items[0].otherAcquired", equalTo(Days.ago(10)))
                .body("items[0].listedOn", equalTo(Days.today()))
                .body("items[0].consecutiveLists", equalTo(1))
                .body("items[0].mayBeClosed", equalTo(false))
                .body("items[0].closesOn", nullValue())
                .body("items[0].obstacles.code", contains("in-one-list-only"))
                .extract()
                .path("items[0].id");
        close(overlap).statusCode(409).body("code", equalTo("overlap-not-closable"));

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void twoConsecutiveListsLetTheCityCloseFromTheDayAfterTheOtherBegan() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = only().body("items[0].consecutiveLists", equalTo(2))
                .body("items[0].mayBeClosed", equalTo(true))
                .body("items[0].closesOn", equalTo(Days.ago(9)))
                .body("items[0].obstacles", empty())
                .extract()
                .path("items[0].id");
        assertThat(version()).as("nothing closes by itself").isEqualTo(1);

        close(overlap)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedVersion", equalTo(2))
                .body("closedBy", equalTo("insurer:" + city.number()))
                .body("closedAt", notNullValue());

        city.desk()
                .get("/enrolments/" + coverage)
                .then()
                .body("version", equalTo(2))
                .body("lost", equalTo(Days.ago(9)))
                .body("lossReason", equalTo("03"))
                .body("address", equalTo(hanako.address()));
        await().until(() -> eligibility.arrivals(coverage).size() == 2);
        assertThat(eligibility.arrivals(coverage).get(1).body()).contains("\"lost\":\"" + Days.ago(9) + '"');
        close(overlap).statusCode(200).body("closedVersion", equalTo(2));
        assertThat(version()).isEqualTo(2);
        employees.desk().get("/enrolments/" + other).then().body("version", equalTo(1));
    }

    @Test
    void theHistorySaysWhyItWasClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = onlyId();
        close(overlap).statusCode(200);

        city.desk()
                .get("/enrolments/" + coverage + "/history")
                .then()
                .body("items.version", contains(1, 2))
                .body("items[0].exOfficioClosure", nullValue())
                .body("items[1].changed", contains("/lossReason", "/lost"))
                .body("items[1].exOfficioClosure.overlapId", equalTo(overlap))
                .body("items[1].exOfficioClosure.list", equalTo(2))
                .body("items[1].exOfficioClosure.consecutiveLists", equalTo(2))
                .body("items[1].exOfficioClosure.reason.ja", notNullValue());
    }

    @Test
    void aListThatDoesNotTellOfItBeginsTheCountAnew() {
        overlaps.listOn(0);
        suspend(other);
        overlaps.listOn(10);
        display(other);
        only().body("items[0].state", equalTo("OVER")).body("items[0].obstacles.code", hasItem("not-in-latest-list"));

        overlaps.listOn(20);

        String overlap = only().body("items[0].state", equalTo("OPEN"))
                .body("items[0].consecutiveLists", equalTo(1))
                .extract()
                .path("items[0].id");
        close(overlap).statusCode(409);
        overlaps.listOn(30);
        close(overlap).statusCode(200);
    }

    @Test
    void whatTheCityObjectsToStaysUntilItWithdrawsTheObjection() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = onlyId();

        city.clerk("clerk-1")
                .body(Map.of("reason", "任意継続の確認中"))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(200)
                .body("state", equalTo("OBJECTED"))
                .body("objection.reason", equalTo("任意継続の確認中"))
                .body("objection.by", equalTo("insurer:" + city.number() + ":clerk-1"))
                .body("obstacles.code", contains("objected"));
        close(overlap).statusCode(409);
        closeMany(overlap).body("overlaps.closed", contains(false));
        assertThat(version()).isEqualTo(1);

        city.desk()
                .delete("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("objection", nullValue());
        close(overlap).statusCode(200);
        city.desk()
                .body(Map.of("reason", "遅すぎる"))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(409)
                .body("code", equalTo("overlap-closed"));
        assertThat(rows.count(
                        "select count(*) from overlap_objection where overlap_id = ? and withdrawn_by is not null",
                        UUID.fromString(overlap)))
                .isEqualTo(1);
    }

    @Test
    void whatHasChangedSinceTheListIsNotClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = onlyId();
        Map<String, Object> ended = hanako.enrolment(Days.ago(30));
        ended.put("lost", Days.ago(9));
        correct(city, coverage, ended).then().body("state", equalTo("CLEARED"));

        city.desk()
                .get("/overlaps/" + overlap)
                .then()
                .body("mayBeClosed", equalTo(false))
                .body("obstacles.code", contains("changed-since-list"));
        close(overlap).statusCode(409);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void aRecordWithANewerVersionInDoubtIsNotClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = onlyId();
        Map<String, Object> doubtful = hanako.enrolment(Days.ago(30));
        doubtful.put("name", "佐藤 花子");
        correct(city, coverage, doubtful).then().body("state", equalTo("HELD"));

        close(overlap).statusCode(409);
        city.desk().get("/overlaps/" + overlap).then().body("obstacles.code", contains("record-in-doubt"));
        assertThat(version()).isEqualTo(2);
    }

    /** Each coverage is told of to its own insurer; only the one of National Health Insurance is closed so. */
    @Test
    void theEmployeeInsuranceIsNeverClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);

        String overlap = employees
                .desk()
                .get("/overlaps")
                .then()
                .body("items.enrolmentId", contains(other))
                .body("items[0].mayBeClosed", equalTo(false))
                .body(
                        "items[0].obstacles.code",
                        contains(
                                "not-national-health-insurance",
                                "other-is-no-employee-insurance",
                                "other-began-earlier"))
                .extract()
                .path("items[0].id");

        employees.desk().put("/overlaps/" + overlap + "/closure").then().statusCode(409);
    }

    @Test
    void manyAreClosedAtOnceEachForItself() {
        Citizen taro = Citizen.hanako();
        Desk.knowResident(taro);
        String untouched = enrolled(city, taro, 30);
        enrolled(employees, taro, 10);
        overlaps.listOn(0);
        overlaps.listOn(10);
        List<String> both = city.desk().get("/overlaps").path("items.id");
        city.desk()
                .body(Map.of("reason", "確認中"))
                .put("/overlaps/" + both.get(1) + "/objection")
                .then()
                .statusCode(200);
        String unknown = UUID.randomUUID().toString();

        UUID key = UUID.randomUUID();

        closeMany(key, both.get(0), both.get(1), unknown)
                .body("overlaps.overlapId", contains(both.get(0), both.get(1), unknown))
                .body("overlaps.closed", contains(true, false, false))
                .body("overlaps[1].obstacles.code", contains("objected"));

        city.desk().delete("/overlaps/" + both.get(1) + "/objection").then().statusCode(200);
        closeMany(key, both.get(0), both.get(1), unknown)
                .body("overlaps.closed", contains(true, false, false))
                .body("overlaps[1].obstacles", empty());
        assertThat(version()).isEqualTo(2);
        city.desk().get("/enrolments/" + untouched).then().body("version", equalTo(1));
        city.desk()
                .header("Idempotency-Key", key)
                .body(Map.of("overlapIds", List.of(both.get(1))))
                .post("/overlaps/closures")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        city.desk()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("overlapIds", List.of(unknown, unknown, "x")))
                .post("/overlaps/closures")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/overlapIds/1", "/overlapIds/2"));
    }

    /** The coverage ends once, on the earlier day; the other overlap is over with the next list. */
    @Test
    void aCoverageThatOverlapsWithTwoOthersEndsOnce() {
        enrolled(Insurer.newcomer(), hanako, 20);
        overlaps.listOn(0);
        overlaps.listOn(10);
        List<String> both = city.desk()
                .get("/overlaps")
                .then()
                .body("items.mayBeClosed", contains(true, true))
                .extract()
                .path("items.id");

        List<Boolean> closed = closeMany(both.get(0), both.get(1)).extract().path("overlaps.closed");

        assertThat(closed).containsExactlyInAnyOrder(true, false);
        city.desk()
                .get("/enrolments/" + coverage)
                .then()
                .body("version", equalTo(2))
                .body("lost", equalTo(Days.ago(19)));
        city.desk()
                .get("/overlaps?state=OPEN")
                .then()
                .body("items.mayBeClosed", contains(false))
                .body("items[0].obstacles.code", contains("changed-since-list"));
        overlaps.listOn(20);
        city.desk().get("/overlaps?state=OPEN").then().body("items", empty());
        city.desk().get("/overlaps?state=OVER").then().body("items.size()", equalTo(1));
    }

    @Test
    void atTheSameMomentOnlyOneCloses() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = onlyId();

        List<Integer> statuses = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        city.desk().put("/overlaps/" + overlap + "/closure").statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(version()).isEqualTo(2);
    }

    private String enrolled(Insurer insurer, Citizen citizen, int daysAgo) {
        String id = insurer.enrol(citizen.enrolment(Days.ago(daysAgo)))
                .then()
                .statusCode(201)
                .body("state", equalTo("CLEARED"))
                .extract()
                .path("id");
        await().until(() ->
                insurer.desk().get("/enrolments/" + id).<String>path("state").equals("LINKED"));
        return id;
    }

    private static Response correct(Insurer insurer, String id, Map<String, Object> body) {
        return insurer.desk().header("If-Match", "\"1\"").body(body).put("/enrolments/" + id);
    }

    private ValidatableResponse only() {
        return city.desk().get("/overlaps").then().statusCode(200).body("items.size()", equalTo(1));
    }

    private String onlyId() {
        return only().extract().path("items[0].id");
    }

    private ValidatableResponse close(String overlap) {
        return city.desk().put("/overlaps/" + overlap + "/closure").then();
    }

    private ValidatableResponse closeMany(String... ids) {
        return closeMany(UUID.randomUUID(), ids);
    }

    private ValidatableResponse closeMany(UUID key, String... ids) {
        return city.desk()
                .header("Idempotency-Key", key)
                .body(Map.of("overlapIds", List.of(ids)))
                .post("/overlaps/closures")
                .then()
                .statusCode(200);
    }

    private int version() {
        return city.desk().get("/enrolments/" + coverage).path("version");
    }

    private void suspend(String enrolment) {
        rows.run("update enrolment_version set state = 'SUSPENDED' where enrolment_id = '%s'".formatted(enrolment));
    }

    private void display(String enrolment) {
        rows.run("update enrolment_version set state = 'LINKED' where enrolment_id = '%s'".formatted(enrolment));
    }
}
