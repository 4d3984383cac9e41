package jp.shikaku.registration;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.InsuredTwice;
import jp.shikaku.registration.world.Metrics;
import jp.shikaku.registration.world.OverlapDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The operator stops a list and watches over what the lists tell. */
@RegistrationTest
class OverlapListStateTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    Rows rows;
    OverlapDesk overlaps;
    InsuredTwice twice;

    @BeforeEach
    void theFirstListTellsOfHanako() {
        rows = new Rows(postgres);
        overlaps = new OverlapDesk(adminPort, rows);
        overlaps.forgetLists();
        Desk.knowParties();
        twice = InsuredTwice.hanakoSince30And10Days();
        overlaps.listOn(0);
    }

    @AfterEach
    void backToToday() {
        overlaps.forgetLists();
    }

    @Test
    void aCancelledListSaysNothingAndTheNextHasItsNumber() {
        String cancelled = secondList("RUNNING");
        rows.run("insert into overlap_entry select overlap_id, 2, acquired, other_enrolment_id, other_acquired"
                + " from overlap_entry where list = 1");

        change(cancelled, "CANCELLED")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("number", equalTo(2))
                .body("endedAt", notNullValue());

        assertThat(rows.count("select count(*) from overlap_entry where list = 2"))
                .isZero();
        twice.only().body("items[0].consecutiveLists", equalTo(1)).body("items[0].mayBeClosed", equalTo(false));
        assertThat(overlaps.listOn(10)).isEqualTo(2);
        twice.only().body("items[0].consecutiveLists", equalTo(2)).body("items[0].mayBeClosed", equalTo(true));
        change(cancelled, "RUNNING").statusCode(409).body("code", equalTo("overlap-list-over"));
    }

    @Test
    void aPausedListStandsStillUntilItGoesOn() {
        String paused = secondList("RUNNING");
        change(paused, "PAUSED")
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("endedAt", nullValue());
        new Calendar(adminPort).laterByDays(10);
        OverlapDesk.compile(UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("overlap-list-under-way"));
        twice.only().body("items[0].consecutiveLists", equalTo(1));

        change(paused, "RUNNING").statusCode(200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Desk.operator().get("/overlap-lists/" + paused).<String>path("state"))
                .isEqualTo("DONE"));
        twice.only().body("items[0].consecutiveLists", equalTo(2));
    }

    @Test
    void nobodyElseStopsAListAndNobodySaysThatItIsDone() {
        String list = secondList("PAUSED");

        change(list, "DONE").statusCode(422).body("errors.pointer", contains("/state"));
        change(list, "STOPPED").statusCode(422);
        change(UUID.randomUUID().toString(), "CANCELLED")
                .statusCode(404)
                .body("code", equalTo("overlap-list-not-found"));
        twice.city()
                .desk()
                .body(Map.of("state", "CANCELLED"))
                .put("/overlap-lists/" + list + "/state")
                .then()
                .statusCode(403);
        Desk.operator().get("/overlap-lists/" + list).then().body("state", equalTo("PAUSED"));
    }

    @Test
    void whoWatchesSeesHowManyAreInsuredTwiceAndHowOldThatIs() {
        long told = rows.count("select count(*) from overlap_entry where list = 1");
        figuresAre(told, 0, 0);

        twice.city()
                .desk()
                .body(Map.of("reason", "任意継続の確認中"))
                .put("/overlaps/" + twice.onlyId() + "/objection")
                .then()
                .statusCode(200);
        new Calendar(adminPort).laterByDays(3);

        figuresAre(told - 1, 1, 3);
    }

    private void figuresAre(long open, long objected, int ageDays) {
        Metrics metrics = new Metrics(adminPort);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(metrics.figure("shikaku_overlaps", "state=\"open\"")).isEqualTo(open);
            assertThat(metrics.figure("shikaku_overlaps", "state=\"objected\"")).isEqualTo(objected);
            assertThat(metrics.figure("shikaku_overlaps_list_age_days")).isEqualTo(ageDays);
        });
    }

    /** One that another replica works on, which does not answer any more. */
    private String secondList(String state) {
        UUID id = UUID.randomUUID();
        rows.run(
                """
                insert into overlap_list (id, number, state, issued_on, started_by, started_at, leased_until)
                values ('%s', 2, '%s', current_date, 'op-1', now(), now() + interval '1 hour')"""
                        .formatted(id, state));
        return id.toString();
    }

    private static ValidatableResponse change(String list, String state) {
        return Desk.operator()
                .body(Map.of("state", state))
                .put("/overlap-lists/" + list + "/state")
                .then();
    }
}
