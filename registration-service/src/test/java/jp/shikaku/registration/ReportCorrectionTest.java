package jp.shikaku.registration;

import java.util.Map;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** An employer mends and takes back its reports; what they said before is not forgotten. */
@RegistrationTest
class ReportCorrectionTest {

    LocalPostgres postgres;
    Citizen hanako;
    String id;

    @BeforeEach
    void hanakoIsReported() {
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        id = Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).path("id");
    }

    @Test
    void aFiledReportIsCorrectedAndStaysReceivedWhenItWas() {
        String filedAt = Desk.employer().get("/reports/" + id).path("filedAt");
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(2));
        body.put("address", "東京都千代田区霞が関1丁目2番4号");

        Desk.correctReport(id, 1, body)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("version", equalTo(2))
                .body("state", equalTo("FILED"))
                .body("acquired", equalTo(Days.ago(2)))
                .body("employerDueOn", equalTo(Days.ahead(3)))
                .body("filedAt", equalTo(filedAt));
    }

    @Test
    void anotherInsurerReceivesItOnlyNow() {
        new Rows(postgres)
                .run("update report set filed_at = filed_at - interval '2 days', insurer_due_on = insurer_due_on - 2"
                        + " where id = '" + id + "'");

        Desk.correctReport(id, 1, hanako.report(Desk.OTHER_INSURER, Days.ago(3)))
                .then()
                .body("insurerNumber", equalTo(Desk.OTHER_INSURER))
                .body("insurerDueOn", equalTo(Days.ahead(5)));
    }

    @Test
    void aCorrectionMayTakeItBackToPreparedOrReturned() {
        Desk.correctReport(id, 1, hanako.report(Desk.INSURER, Days.ahead(3)))
                .then()
                .body("state", equalTo("PREPARED"))
                .body("filedAt", nullValue());
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(3));
        body.remove("sex");
        Desk.correctReport(id, 2, body)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("version", equalTo(3));
    }

    @Test
    void theSameAgainIsNoCorrection() {
        Desk.correctReport(id, 1, hanako.report(Desk.INSURER, Days.ago(3)))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void whoCorrectsHasReadWhatIsThere() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(2));
        Desk.employer().body(body).put("/reports/" + id).then().statusCode(428);
        Desk.correctReport(id, 1, body).then().statusCode(200);

        Desk.correctReport(id, 1, hanako.report(Desk.INSURER, Days.ago(1)))
                .then()
                .statusCode(412)
                .body("code", equalTo("version-changed"));
        Desk.employer().get("/reports/" + id).then().body("acquired", equalTo(Days.ago(2)));
    }

    @Test
    void aRegisteredReportIsTheInsurersAndStays() {
        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);

        refused(
                Desk.correctReport(id, 2, hanako.report(Desk.INSURER, Days.ago(2)))
                        .then(),
                "report-registered");
        refused(Desk.withdrawReport(id).then(), "report-registered");
        Desk.employer().get("/reports/" + id).then().body("acquired", equalTo(Days.ago(3)));
    }

    @Test
    void aWithdrawnReportStaysWithdrawnAndIsRegisteredByNothing() {
        Desk.withdrawReport(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("note", equalTo("入社の取りやめ"));

        Desk.enrol(hanako.enrolment(Days.ago(3))).then().statusCode(201);
        assertThat(Desk.reportState(id)).isEqualTo("WITHDRAWN");
        refused(
                Desk.correctReport(id, 2, hanako.report(Desk.INSURER, Days.ago(2)))
                        .then(),
                "report-withdrawn");
        refused(Desk.withdrawReport(id).then(), "report-withdrawn");
    }

    @Test
    void aWithdrawalSaysWhy() {
        Desk.employer()
                .body(Map.of())
                .post("/reports/" + id + "/withdrawal")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        assertThat(Desk.reportState(id)).isEqualTo("FILED");
    }

    @Test
    void nobodyElseCorrectsWithdrawsOrReadsTheHistory() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(2));

        Desk.otherEmployer()
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/reports/" + id)
                .then()
                .statusCode(404);
        Desk.otherEmployer()
                .body(Map.of("reason", "x"))
                .post("/reports/" + id + "/withdrawal")
                .then()
                .statusCode(404);
        Desk.otherEmployer().get("/reports/" + id + "/history").then().statusCode(404);
        Desk.insurer().get("/reports/" + id + "/history").then().statusCode(403);
        Desk.employer().get("/reports/" + id).then().body("version", equalTo(1)).body("state", equalTo("FILED"));
    }

    @Test
    void theHistoryTellsWhatChangedWhenAndByWhomButNoValue() {
        Citizen right = Citizen.hanako();
        Map<String, Object> body = right.report(Desk.INSURER, Days.ago(3));
        body.put("address", "東京都港区芝公園4丁目2番8号");
        Desk.correctReport(id, 1, body).then().statusCode(200);
        Desk.enrol(right.enrolment(Days.ago(3))).then().statusCode(201);

        ValidatableResponse history =
                Desk.employer().get("/reports/" + id + "/history").then().statusCode(200);

        history.body("items.version", contains(1, 2, 3))
                .body("items.state", contains("FILED", "FILED", "REGISTERED"))
                .body("items.by", contains("EMPLOYER", "EMPLOYER", "INSURER"))
                .body("items[0].changedFields.size()", equalTo(9))
                .body("items[1].changedFields", contains("individualNumber", "address"))
                .body("items[2].changedFields.size()", equalTo(0));
        assertThat(history.extract().asString())
                .doesNotContain(hanako.individualNumber(), right.individualNumber(), "霞が関", "芝公園", "花子");
        Desk.employer()
                .get("/reports/" + id + "/history?after=1&limit=1")
                .then()
                .body("items.version", contains(2))
                .body("next", equalTo("2"));
        Desk.employer().get("/reports/" + id + "/history?after=x").then().statusCode(422);
    }

    @Test
    void whatItSaidBeforeIsKeptWithoutTheNumber() {
        Desk.correctReport(id, 1, Citizen.hanako().report(Desk.INSURER, Days.ago(3)))
                .then()
                .statusCode(200);

        Rows rows = new Rows(postgres);
        String first = String.valueOf(rows.column(
                        "select content::text from report_change where report_id = ? and version = 1",
                        UUID.fromString(id))
                .get(0));
        assertThat(first).contains("霞が関", "personKey").doesNotContain(hanako.individualNumber());
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(409).body("code", equalTo(code)).body("nextStep", not(emptyOrNullString()));
    }
}
