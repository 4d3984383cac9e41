package jp.shikaku.registration;

import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What becomes of a filed report when its insurer registers it. */
@RegistrationTest
class ReportRegistrationTest {

    Insurer insurer;
    Citizen hanako;

    @BeforeEach
    void anInsurerWithAnEmptyInbox() {
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @Test
    void aReportAndACardMakeARecord() {
        String id = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");

        Response registered = register(id, 1, Map.of("symbol", "12", "number", "345", "branch", "00"));

        String enrolment = registered
                .then()
                .statusCode(201)
                .body("state", equalTo("CLEARED"))
                .body("name", equalTo(hanako.name()))
                .body("acquired", equalTo(Days.ago(2)))
                .body("relation", equalTo("1"))
                .body("number", equalTo("345"))
                .extract()
                .path("id");
        registered.then().header("Location", endsWith("/enrolments/" + enrolment));
        assertThat(Desk.reportState(id)).isEqualTo("REGISTERED");
        insurer.desk().get("/filed-reports").then().body("items", empty());
        register(id, 1, Map.of("number", "345")).then().statusCode(201).body("id", equalTo(enrolment));
        insurer.desk().get("/enrolments").then().body("items.id", contains(enrolment));
    }

    @Test
    void aRecordInDoubtIsHeldAndTheEmployerSeesNothingOfIt() {
        Map<String, Object> body = hanako.report(insurer.number(), Days.ago(2));
        body.put("birthDate", "1991-01-15");
        String id = Desk.file(body).path("id");

        register(id, 1, Map.of("number", "345")).then().statusCode(201).body("state", equalTo("HELD"));

        String seen = Desk.employer().get("/reports/" + id).asString()
                + Desk.employer().get("/reports/" + id + "/history").asString();
        assertThat(seen).contains("REGISTERED").doesNotContain("HELD", "hold", "finding", "birth-date-differs");
    }

    @Test
    void aCardThatCannotBeAcceptedRegistersNothing() {
        String id = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");

        register(id, 1, Map.of("symbol", "12"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/number"))
                .body("errors.code", contains("value-required"));
        register(id, 7, Map.of("number", "345")).then().statusCode(412);
        assertThat(Desk.reportState(id)).isEqualTo("FILED");
        insurer.desk().get("/enrolments").then().body("items", empty());
    }

    @Test
    void aDependantsReportShowsTheInsuredPersonsRecordAndMakesOneOfFamily() {
        Citizen child = Citizen.hanako();
        Desk.knowResident(child);
        String parent = insurer.desk()
                .header("Idempotency-Key", "parent")
                .body(hanako.enrolment(Days.ago(400)))
                .post("/enrolments")
                .path("id");
        String id = Desk.file(child.dependantReport(hanako, insurer.number(), Days.ago(1)))
                .path("id");

        insurer.desk()
                .get("/filed-reports/" + id)
                .then()
                .body("relation", equalTo("2"))
                .body("relationship", equalTo("CHILD"))
                .body("insuredName", equalTo(hanako.name()))
                .body("insuredEnrolmentId", equalTo(parent))
                .body("enrolmentId", nullValue());
        register(id, 1, Map.of("symbol", "１２３", "number", "77", "branch", "01"))
                .then()
                .statusCode(201)
                .body("relation", equalTo("2"));
    }

    @Test
    void aReportedLossEndsTheCallersRecord() {
        Map<String, Object> record = hanako.enrolment(Days.ago(400));
        record.put("burdenShare", "030");
        String enrolment = insurer.desk()
                .header("Idempotency-Key", "loss")
                .body(record)
                .post("/enrolments")
                .path("id");
        String id = Desk.file(hanako.lossReport(insurer.number(), Days.ago(1))).path("id");
        insurer.desk().get("/filed-reports/" + id).then().body("enrolmentId", equalTo(enrolment));

        register(id, 1, Map.of("number", "1"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("value-not-of-this-kind"));
        register(id, 1, Map.of())
                .then()
                .statusCode(201)
                .body("id", equalTo(enrolment))
                .body("version", equalTo(2))
                .body("lost", equalTo(Days.ago(1)))
                .body("lossReason", equalTo("99"))
                .body("burdenShare", equalTo("030"))
                .body("name", equalTo(hanako.name()));
        assertThat(Desk.reportState(id)).isEqualTo("REGISTERED");
    }

    @Test
    void aLossOfNobodyOnRecordEndsNothing() {
        String id = Desk.file(hanako.lossReport(insurer.number(), Days.ago(1))).path("id");

        register(id, 1, Map.of()).then().statusCode(409).body("code", equalTo("report-has-no-record"));
        assertThat(Desk.reportState(id)).isEqualTo("FILED");
    }

    private Response register(String id, int version, Map<String, Object> card) {
        return insurer.desk()
                .header("If-Match", "\"" + version + "\"")
                .body(card)
                .post("/filed-reports/" + id + "/registration");
    }
}
