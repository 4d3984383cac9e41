package jp.shikaku.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What an insurer finds in its inbox, and does with it. */
@RegistrationTest
class FiledReportTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    Insurer insurer;
    Citizen hanako;

    @BeforeEach
    void anInsurerWithAnEmptyInbox() {
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void backToToday() {
        new Calendar(adminPort).laterByDays(0);
    }

    @Test
    void theInboxShowsWhatIsFiledWithTheCallerWithThePersonAndTheDueDay() {
        Map<String, Object> body = hanako.report(insurer.number(), Days.ago(2));
        body.put("reference", "社員 42");
        String id = Desk.file(body).path("id");

        ValidatableResponse inbox =
                insurer.desk().get("/filed-reports").then().statusCode(200).body("items.id", contains(id));

        inbox.body("items[0].kind", equalTo("ACQUISITION"))
                .body("items[0].employerNumber", equalTo(Desk.EMPLOYER))
                .body("items[0].reference", equalTo("社員 42"))
                .body("items[0].name", equalTo(hanako.name()))
                .body("items[0].nameKana", equalTo(hanako.nameKana()))
                .body("items[0].birthDate", equalTo(hanako.birthDate()))
                .body("items[0].sex", equalTo("2"))
                .body("items[0].address", equalTo(hanako.address()))
                .body("items[0].relation", equalTo("1"))
                .body("items[0].acquired", equalTo(Days.ago(2)))
                .body("items[0].dueOn", equalTo(Days.ahead(5)))
                .body("items[0].overdue", equalTo(false));
        assertThat(inbox.extract().asString()).doesNotContain(hanako.individualNumber());
        insurer.desk()
                .get("/filed-reports/" + id)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(id));
    }

    @Test
    void whatIsNotFiledWithTheCallerIsNotThere() {
        Map<String, Object> incomplete = hanako.report(insurer.number(), Days.ago(2));
        incomplete.remove("address");
        String returned = Desk.file(incomplete).path("id");
        String prepared =
                Desk.file(hanako.report(insurer.number(), Days.ahead(2))).path("id");
        String ofOther = Desk.file(hanako.report(Desk.INSURER, Days.ago(2))).path("id");
        String withdrawn =
                Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
        Desk.withdrawReport(withdrawn).then().statusCode(200);

        insurer.desk().get("/filed-reports").then().statusCode(200).body("items", empty());
        List.of(returned, prepared, ofOther, withdrawn, "nonsense").forEach(id -> insurer.desk()
                .get("/filed-reports/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("filed-report-not-found")));
        Desk.employer().get("/filed-reports").then().statusCode(403);
    }

    @Test
    void whatIsDueFirstComesFirstPageByPage() {
        String today = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
        new Calendar(adminPort).laterByDays(-2);
        String before =
                Desk.file(hanako.lossReport(insurer.number(), Days.ago(3))).path("id");
        String alsoBefore =
                Desk.file(hanako.report(insurer.number(), Days.ago(3))).path("id");
        new Calendar(adminPort).laterByDays(0);

        insurer.desk().get("/filed-reports").then().body("items.id", contains(before, alsoBefore, today));
        insurer.desk()
                .get("/filed-reports?limit=1&after=" + before)
                .then()
                .body("items.id", contains(alsoBefore))
                .body("next", equalTo(alsoBefore));
        insurer.desk()
                .get("/filed-reports?limit=2&after=" + before)
                .then()
                .body("items.id", contains(alsoBefore, today))
                .body("next", nullValue());
        insurer.desk().get("/filed-reports?kind=LOSS").then().body("items.id", contains(before));
        insurer.desk().get("/filed-reports?kind=lost").then().statusCode(422);
    }

    @Test
    void afterTheFifthDayItIsOverdue() {
        Desk.file(hanako.report(insurer.number(), Days.today())).then().statusCode(201);

        new Calendar(adminPort).laterByDays(5);
        insurer.desk().get("/filed-reports").then().body("items.overdue", contains(false));
        new Calendar(adminPort).laterByDays(6);
        insurer.desk().get("/filed-reports").then().body("items.overdue", contains(true));
    }

    @Test
    void aReportIsSentBackWithAReasonAndComesAgainCorrected() {
        String id = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");

        giveBack(id, 1, "item-wrong", "住所の番地が違います。").statusCode(204);

        insurer.desk().get("/filed-reports").then().body("items", empty());
        Desk.employer()
                .get("/reports/" + id)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("openPoints.code", contains("item-wrong"))
                .body("note", equalTo("住所の番地が違います。"))
                .body("filedAt", nullValue())
                .body("employerDueOn", equalTo(Days.ahead(3)));
        Map<String, Object> body = hanako.report(insurer.number(), Days.ago(2));
        body.put("address", "東京都千代田区霞が関1丁目2番4号");
        Desk.correctReport(id, 2, body).then().body("state", equalTo("FILED")).body("note", nullValue());
        insurer.desk().get("/filed-reports").then().body("items.id", contains(id));
        Desk.employer()
                .get("/reports/" + id + "/history")
                .then()
                .body("items.by", contains("EMPLOYER", "INSURER", "EMPLOYER"));
    }

    @Test
    void whatWasOnlyADocumentIsFiledAgainUnchanged() {
        String id = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
        giveBack(id, 1, "document-missing", "被扶養者の続柄が分かる書類を送ってください。").statusCode(204);

        Desk.correctReport(id, 2, hanako.report(insurer.number(), Days.ago(2)))
                .then()
                .body("state", equalTo("FILED"))
                .body("version", equalTo(3));
    }

    @Test
    void aReturnHasAReasonAnInsurerAndTheVersionThatWasRead() {
        String id = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");

        giveBack(id, 1, "name-missing", "x").statusCode(422).body("errors.pointer", contains("/reasonCode"));
        giveBack(id, 1, "other-reason", " ").statusCode(422).body("errors.pointer", contains("/note"));
        giveBack(id, 2, "other-reason", "x").statusCode(412);
        insurer.desk()
                .body(Map.of("reasonCode", "other-reason", "note", "x"))
                .post("/filed-reports/" + id + "/return")
                .then()
                .statusCode(428);
        Desk.otherInsurer()
                .header("If-Match", "\"1\"")
                .body(Map.of("reasonCode", "other-reason", "note", "x"))
                .post("/filed-reports/" + id + "/return")
                .then()
                .statusCode(404);
        assertThat(Desk.reportState(id)).isEqualTo("FILED");
    }

    private ValidatableResponse giveBack(String id, int version, String reasonCode, String note) {
        return insurer.desk()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("reasonCode", reasonCode, "note", note))
                .post("/filed-reports/" + id + "/return")
                .then();
    }
}
