package jp.shikaku.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.InsuredTwice;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.OverlapDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** What keeps a coverage from being closed that two lists tell of, and how many are closed at once. */
@RegistrationTest
class OverlapClosureTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    Rows rows;
    OverlapDesk overlaps;
    InsuredTwice twice;

    @BeforeEach
    void hanakoIsInsuredTwice() {
        rows = new Rows(postgres);
        overlaps = new OverlapDesk(adminPort, rows);
        overlaps.forgetLists();
        Desk.knowParties();
        twice = InsuredTwice.hanakoSince30And10Days();
    }

    @AfterEach
    void backToToday() {
        overlaps.forgetLists();
    }

    @Test
    void whatHasChangedSinceTheListIsNotClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = twice.onlyId();
        Map<String, Object> ended = twice.hanako().enrolment(Days.ago(30));
        ended.put("lost", Days.ago(9));
        twice.correct(ended).then().body("state", equalTo("CLEARED"));

        twice.city()
                .desk()
                .get("/overlaps/" + overlap)
                .then()
                .body("mayBeClosed", equalTo(false))
                .body("obstacles.code", contains("changed-since-list"));
        twice.close(overlap).statusCode(409);
        assertThat(twice.version()).isEqualTo(2);
    }

    @Test
    void aRecordWithANewerVersionInDoubtIsNotClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = twice.onlyId();
        Map<String, Object> doubtful = twice.hanako().enrolment(Days.ago(30));
        doubtful.put("name", "佐藤 花子");
        twice.correct(doubtful).then().body("state", equalTo("HELD"));

        twice.close(overlap).statusCode(409);
        twice.city().desk().get("/overlaps/" + overlap).then().body("obstacles.code", contains("record-in-doubt"));
        assertThat(twice.version()).isEqualTo(2);
    }

    @Test
    void manyAreClosedAtOnceEachForItself() {
        Citizen taro = Citizen.hanako();
        Desk.knowResident(taro);
        String untouched = InsuredTwice.linked(twice.city(), taro, 30);
        InsuredTwice.linked(twice.employees(), taro, 10);
        overlaps.listOn(0);
        overlaps.listOn(10);
        List<String> both = twice.city().desk().get("/overlaps").path("items.id");
        twice.city()
                .desk()
                .body(Map.of("reason", "確認中"))
                .put("/overlaps/" + both.get(1) + "/objection")
                .then()
                .statusCode(200);
        String unknown = UUID.randomUUID().toString();

        UUID key = UUID.randomUUID();

        twice.closeMany(key, both.get(0), both.get(1), unknown)
                .body("overlaps.overlapId", contains(both.get(0), both.get(1), unknown))
                .body("overlaps.closed", contains(true, false, false))
                .body("overlaps[1].obstacles.code", contains("objected"));

        twice.city()
                .desk()
                .delete("/overlaps/" + both.get(1) + "/objection")
                .then()
                .statusCode(200);
        twice.closeMany(key, both.get(0), both.get(1), unknown)
                .body("overlaps.closed", contains(true, false, false))
                .body("overlaps[1].obstacles", empty());
        assertThat(twice.version()).isEqualTo(2);
        twice.city().desk().get("/enrolments/" + untouched).then().body("version", equalTo(1));
        twice.city()
                .desk()
                .header("Idempotency-Key", key)
                .body(Map.of("overlapIds", List.of(both.get(1))))
                .post("/overlaps/closures")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        twice.city()
                .desk()
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
        InsuredTwice.linked(Insurer.newcomer(), twice.hanako(), 20);
        overlaps.listOn(0);
        overlaps.listOn(10);
        List<String> both = twice.city()
                .desk()
                .get("/overlaps")
                .then()
                .body("items.mayBeClosed", contains(true, true))
                .extract()
                .path("items.id");

        List<Boolean> closed = twice.closeMany(UUID.randomUUID(), both.get(0), both.get(1))
                .extract()
                .path("overlaps.closed");

        assertThat(closed).containsExactlyInAnyOrder(true, false);
        twice.city()
                .desk()
                .get("/enrolments/" + twice.coverage())
                .then()
                .body("version", equalTo(2))
                .body("lost", equalTo(Days.ago(19)));
        twice.city()
                .desk()
                .get("/overlaps?state=OPEN")
                .then()
                .body("items.mayBeClosed", contains(false))
                .body("items[0].obstacles.code", contains("changed-since-list"));
        overlaps.listOn(20);
        twice.city().desk().get("/overlaps?state=OPEN").then().body("items", empty());
        twice.city().desk().get("/overlaps?state=OVER").then().body("items.size()", equalTo(1));
    }

    @Test
    void atTheSameMomentOnlyOneCloses() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = twice.onlyId();

        List<Integer> statuses = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> twice.city()
                        .desk()
                        .put("/overlaps/" + overlap + "/closure")
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(twice.version()).isEqualTo(2);
    }
}
