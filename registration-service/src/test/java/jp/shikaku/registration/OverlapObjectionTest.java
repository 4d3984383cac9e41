package jp.shikaku.registration;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
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
import static org.hamcrest.Matchers.nullValue;

/** Either insurer can keep a coverage from being closed ex officio. */
@RegistrationTest
class OverlapObjectionTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    Rows rows;
    OverlapDesk overlaps;
    InsuredTwice twice;
    String overlap;

    @BeforeEach
    void twoListsTellOfHanako() {
        rows = new Rows(postgres);
        overlaps = new OverlapDesk(adminPort, rows);
        overlaps.forgetLists();
        Desk.knowParties();
        twice = InsuredTwice.hanakoSince30And10Days();
        overlaps.listOn(0);
        overlaps.listOn(10);
        overlap = twice.onlyId();
    }

    @AfterEach
    void backToToday() {
        overlaps.forgetLists();
    }

    @Test
    void whatTheCityObjectsToStaysUntilItWithdrawsTheObjection() {
        twice.city()
                .clerk("clerk-1")
                .body(Map.of("reason", "任意継続の確認中"))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(200)
                .body("state", equalTo("OBJECTED"))
                .body("objection.reason", equalTo("任意継続の確認中"))
                .body("objection.by", equalTo("insurer:" + twice.city().number() + ":clerk-1"))
                .body("obstacles.code", contains("objected"));
        twice.close(overlap).statusCode(409);
        twice.closeMany(UUID.randomUUID(), overlap).body("overlaps.closed", contains(false));
        assertThat(twice.version()).isEqualTo(1);

        twice.city()
                .desk()
                .delete("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("objection", nullValue());
        twice.close(overlap).statusCode(200);
        twice.city()
                .desk()
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
    void whatTheOtherInsurerObjectsToStaysTooAndItsReasonStaysWithIt() {
        String others = twice.employees().desk().get("/overlaps").path("items[0].id");
        object(twice.employees(), others, "資格取得の取消しを審査中");

        String told = twice.city()
                .desk()
                .get("/overlaps/" + overlap)
                .then()
                .body("state", equalTo("OPEN"))
                .body("mayBeClosed", equalTo(false))
                .body("obstacles.code", contains("other-insurer-objected"))
                .body("objection", nullValue())
                .extract()
                .asString();
        assertThat(told).doesNotContain("取消し");
        twice.close(overlap).statusCode(409);
        twice.closeMany(UUID.randomUUID(), overlap).body("overlaps.closed", contains(false));
        assertThat(twice.version()).isEqualTo(1);

        twice.employees()
                .desk()
                .delete("/overlaps/" + others + "/objection")
                .then()
                .statusCode(200);
        twice.city().desk().get("/overlaps/" + overlap).then().body("obstacles", empty());
        twice.close(overlap).statusCode(200);
    }

    @Test
    void anInsurerThatHasNothingToDoWithItHasNoSay() {
        Insurer stranger = Insurer.newcomer();
        InsuredTwice another = InsuredTwice.hanakoSince30And10Days();
        overlaps.listOn(20);

        stranger.desk()
                .body(Map.of("reason", "異議"))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(404);
        object(another.employees(), another.employees().desk().get("/overlaps").path("items[0].id"), "別の人");

        twice.close(overlap).statusCode(200);
    }

    private static void object(Insurer insurer, String overlap, String reason) {
        insurer.desk()
                .body(Map.of("reason", reason))
                .put("/overlaps/" + overlap + "/objection")
                .then()
                .statusCode(200)
                .body("state", equalTo("OBJECTED"));
    }
}
