package jp.shikaku.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.HeldRecords;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** An insurer decides on many doubts by one submission. */
@RegistrationTest
class BulkDecisionTest {

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Insurer insurer;
    String hold;
    String key;

    @BeforeEach
    void anInsurerWithADoubt() {
        rows = new Rows(postgres);
        insurer = Insurer.newcomer();
        hold = insurer.holdOf(Citizen.hanako());
        key = UUID.randomUUID().toString();
    }

    @AfterEach
    void forget() {
        eligibility.reset();
    }

    @Test
    void whatIsConfirmedTogetherIsLinkedAndKeepsWhoAndWhy() {
        String second = insurer.holdOf(Citizen.hanako());

        confirm(List.of(item(hold), item(second)))
                .then()
                .statusCode(200)
                .body("holds.holdId", contains(hold, second))
                .body("holds.outcome", contains("DECIDED", "DECIDED"))
                .body("counts", equalTo(Map.of("DECIDED", 2, "ALREADY_DECIDED", 0, "NOT_FOUND", 0, "FORBIDDEN", 0)));

        insurer.desk()
                .get("/holds/" + second)
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("decidedBy", equalTo("insurer:" + insurer.number()))
                .body("reasonCode", equalTo("SPELLING_ONLY"))
                .body("reason", equalTo("表記の違いのみ"));
        await().untilAsserted(() -> assertThat(states(hold, second)).isEqualTo(List.of("LINKED", "LINKED")));
    }

    @Test
    void eachIsToldWhatBecameOfIt() {
        String decided = insurer.holdOf(Citizen.hanako());
        insurer.decide(insurer.desk(), decided, "WITHDRAW").then().statusCode(200);
        String foreign = Insurer.newcomer().holdOf(Citizen.hanako());
        String nobodys = UUID.randomUUID().toString();

        confirm(List.of(item(foreign), item(decided), item(hold), item(nobodys)))
                .then()
                .statusCode(200)
                .body("holds.outcome", contains("NOT_FOUND", "ALREADY_DECIDED", "DECIDED", "NOT_FOUND"))
                .body("counts.NOT_FOUND", equalTo(2));

        insurer.desk().get("/holds/" + decided).then().body("state", equalTo("WITHDRAWN"));
        assertThat(rows.column("select state from hold where id = ?", UUID.fromString(foreign)))
                .isEqualTo(List.of("OPEN"));
    }

    @Test
    void eachMayHaveADecisionOfItsOwn() {
        String second = insurer.holdOf(Citizen.hanako());
        Map<String, Object> own =
                Map.of("holdId", second, "decision", "WITHDRAW", "reasonCode", "WRONG_PERSON", "reason", "別人の番号");

        confirm(List.of(item(hold), own)).then().statusCode(200);

        assertThat(states(hold)).isNotEqualTo(List.of("WITHDRAWN"));
        assertThat(states(second)).isEqualTo(List.of("WITHDRAWN"));
        insurer.desk().get("/holds/" + second).then().body("reasonCode", equalTo("WRONG_PERSON"));
    }

    @Test
    void whatIsTakenBackAsAWholeIsNotShownForAMoment() {
        String second = HeldRecords.second(rows, insurer, hold);
        String enrolment = insurer.desk().get("/holds/" + hold).path("enrolmentId");
        Map<String, Object> own =
                Map.of("holdId", second, "decision", "WITHDRAW", "reasonCode", "WRONG_PERSON", "reason", "別人の番号");

        confirm(List.of(item(hold), own)).then().statusCode(200).body("holds.outcome", contains("DECIDED", "DECIDED"));

        assertThat(rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(enrolment)))
                .isZero();
        assertThat(eligibility.arrivals(enrolment)).isEmpty();
        assertThat(rows.column(
                        "select distinct state from enrolment_version where enrolment_id = ?",
                        UUID.fromString(enrolment)))
                .isEqualTo(List.of("WITHDRAWN"));
    }

    @Test
    void aRepeatedSubmissionTellsTheSame() {
        Response first = confirm(List.of(item(hold)));

        Response again = confirm(List.of(item(hold)));

        assertThat(again.asString()).isEqualTo(first.asString());
        again.then().body("holds.outcome", contains("DECIDED"));
        key = UUID.randomUUID().toString();
        confirm(List.of(item(hold))).then().body("holds.outcome", contains("ALREADY_DECIDED"));
    }

    @Test
    void aKeyIsGoodForOneBody() {
        confirm(List.of(item(hold))).then().statusCode(200);
        String second = insurer.holdOf(Citizen.hanako());

        confirm(List.of(item(second))).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));

        insurer.desk().get("/holds/" + second).then().body("state", equalTo("OPEN"));
        insurer.desk()
                .body(body(List.of(item(second))))
                .post("/holds/decisions")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void whatFailedHalfWayGoesOnWhereItStopped() {
        List<String> holds = HeldRecords.copies(rows, insurer, hold, 600);
        String stumbling = holds.get(590);
        rows.run("alter table hold add constraint stumble check (id <> '%s' or state = 'OPEN')".formatted(stumbling));
        try {
            withdraw(holds).then().statusCode(500);
        } finally {
            rows.run("alter table hold drop constraint stumble");
        }
        assertThat(open()).isEqualTo(101);

        withdraw(holds).then().statusCode(200).body("counts.DECIDED", equalTo(601));

        assertThat(open()).isZero();
    }

    @Test
    void tenThousandGoInOneSubmissionAndNotOneMore() {
        List<String> holds = new ArrayList<>(HeldRecords.copies(rows, insurer, hold, 9_999));

        withdraw(holds)
                .then()
                .statusCode(200)
                .body("counts.DECIDED", equalTo(10_000))
                .body("holds", hasSize(10_000));

        assertThat(open()).isZero();
        holds.add(UUID.randomUUID().toString());
        key = UUID.randomUUID().toString();
        withdraw(holds).then().statusCode(413).body("code", equalTo("body-too-large"));
    }

    @Test
    void whatCannotBeAcceptedIsRefusedByNameAndNothingIsDecided() {
        List<Object> items = new ArrayList<>();
        items.add(item(hold));
        items.add(item(hold));
        items.add(null);
        items.add(Map.of("holdId", "nonsense", "decision", "MAYBE", "reason", "あ".repeat(501)));
        items.add(Map.of("holdId", UUID.randomUUID().toString()));

        insurer.desk()
                .header("Idempotency-Key", key)
                .body(Map.of("decision", "CONFIRM", "reasonCode", "BECAUSE", "holds", items))
                .post("/holds/decisions")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/reasonCode",
                                "/holds/1/holdId",
                                "/holds/2",
                                "/holds/3/holdId",
                                "/holds/3/decision",
                                "/holds/3/reason",
                                "/reason"))
                .body(
                        "errors.code",
                        contains(
                                "code-unknown",
                                "value-duplicate",
                                "value-required",
                                "key-format",
                                "code-unknown",
                                "value-too-long",
                                "value-required"));
        insurer.desk()
                .header("Idempotency-Key", key)
                .body(body(List.of()))
                .post("/holds/decisions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/holds"));

        insurer.desk().get("/holds/" + hold).then().body("state", equalTo("OPEN"));
    }

    private Response confirm(List<Map<String, Object>> items) {
        return submit(body(items));
    }

    private Response withdraw(List<String> holds) {
        return submit(Map.of(
                "decision", "WITHDRAW",
                "reasonCode", "ENTERED_IN_ERROR",
                "reason", "二重登録",
                "holds", holds.stream().map(BulkDecisionTest::item).toList()));
    }

    private Response submit(Map<String, Object> body) {
        return insurer.desk().header("Idempotency-Key", key).body(body).post("/holds/decisions");
    }

    private static Map<String, Object> body(List<Map<String, Object>> items) {
        return Map.of("decision", "CONFIRM", "reasonCode", "SPELLING_ONLY", "reason", "表記の違いのみ", "holds", items);
    }

    private static Map<String, Object> item(String hold) {
        return Map.of("holdId", hold);
    }

    private long open() {
        return rows.count("select count(*) from hold where insurer_number = ? and state = 'OPEN'", insurer.number());
    }

    private List<Object> states(String... holds) {
        List<Object> states = new ArrayList<>();
        for (String id : holds) {
            states.addAll(rows.column(
                    "select v.state from enrolment_version v join hold h using (enrolment_id, version) where h.id = ?",
                    UUID.fromString(id)));
        }
        return states;
    }
}
