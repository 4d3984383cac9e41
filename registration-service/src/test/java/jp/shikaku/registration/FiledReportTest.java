package jp.shikaku.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.registration.world.Calendar;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What an insurer finds in its inbox, and does with it. */
@RegistrationTest
class FiledReportTest {

    private static final AtomicInteger INSURERS = new AtomicInteger();

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    String insurer;
    Citizen hanako;

    @BeforeEach
    void anInsurerWithAnEmptyInbox() {
        insurer = newInsurer();
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.operator().body(Map.of("name", "新しい健保")).put("/insurers/" + insurer);
        Desk.knowResident(hanako);
    }

    @AfterEach
    void backToToday() {
        new Calendar(adminPort).laterByDays(0);
    }

    @Test
    void theInboxShowsWhatIsFiledWithTheCallerWithThePersonAndTheDueDay() {
        Map<String, Object> body = hanako.report(insurer, Days.ago(2));
        body.put("reference", "社員 42");
        String id = Desk.file(body).path("id");

        ValidatableResponse inbox =
                clerk().get("/filed-reports").then().statusCode(200).body("items.id", contains(id));

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
        clerk().get("/filed-reports/" + id)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(id));
    }

    @Test
    void whatIsNotFiledWithTheCallerIsNotThere() {
        Map<String, Object> incomplete = hanako.report(insurer, Days.ago(2));
        incomplete.remove("address");
        String returned = Desk.file(incomplete).path("id");
        String prepared = Desk.file(hanako.report(insurer, Days.ahead(2))).path("id");
        String ofOther = Desk.file(hanako.report(Desk.INSURER, Days.ago(2))).path("id");
        String withdrawn = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");
        Desk.withdrawReport(withdrawn).then().statusCode(200);

        clerk().get("/filed-reports").then().statusCode(200).body("items", empty());
        List.of(returned, prepared, ofOther, withdrawn, "nonsense").forEach(id -> clerk().get("/filed-reports/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("filed-report-not-found")));
        Desk.employer().get("/filed-reports").then().statusCode(403);
    }

    @Test
    void whatIsDueFirstComesFirstPageByPage() {
        String today = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");
        new Calendar(adminPort).laterByDays(-2);
        String before = Desk.file(hanako.lossReport(insurer, Days.ago(3))).path("id");
        String alsoBefore = Desk.file(hanako.report(insurer, Days.ago(3))).path("id");
        new Calendar(adminPort).laterByDays(0);

        clerk().get("/filed-reports").then().body("items.id", contains(before, alsoBefore, today));
        clerk().get("/filed-reports?limit=1&after=" + before)
                .then()
                .body("items.id", contains(alsoBefore))
                .body("next", equalTo(alsoBefore));
        clerk().get("/filed-reports?limit=2&after=" + before)
                .then()
                .body("items.id", contains(alsoBefore, today))
                .body("next", nullValue());
        clerk().get("/filed-reports?kind=LOSS").then().body("items.id", contains(before));
        clerk().get("/filed-reports?kind=lost").then().statusCode(422);
    }

    @Test
    void afterTheFifthDayItIsOverdue() {
        Desk.file(hanako.report(insurer, Days.today())).then().statusCode(201);

        new Calendar(adminPort).laterByDays(5);
        clerk().get("/filed-reports").then().body("items.overdue", contains(false));
        new Calendar(adminPort).laterByDays(6);
        clerk().get("/filed-reports").then().body("items.overdue", contains(true));
    }

    @Test
    void aReportIsSentBackWithAReasonAndComesAgainCorrected() {
        String id = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");

        giveBack(id, 1, "item-wrong", "住所の番地が違います。").statusCode(204);

        clerk().get("/filed-reports").then().body("items", empty());
        Desk.employer()
                .get("/reports/" + id)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("openPoints.code", contains("item-wrong"))
                .body("note", equalTo("住所の番地が違います。"))
                .body("filedAt", nullValue())
                .body("employerDueOn", equalTo(Days.ahead(3)));
        Map<String, Object> body = hanako.report(insurer, Days.ago(2));
        body.put("address", "東京都千代田区霞が関1丁目2番4号");
        Desk.correctReport(id, 2, body).then().body("state", equalTo("FILED")).body("note", nullValue());
        clerk().get("/filed-reports").then().body("items.id", contains(id));
        Desk.employer()
                .get("/reports/" + id + "/history")
                .then()
                .body("items.by", contains("EMPLOYER", "INSURER", "EMPLOYER"));
    }

    @Test
    void whatWasOnlyADocumentIsFiledAgainUnchanged() {
        String id = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");
        giveBack(id, 1, "document-missing", "被扶養者の続柄が分かる書類を送ってください。").statusCode(204);

        Desk.correctReport(id, 2, hanako.report(insurer, Days.ago(2)))
                .then()
                .body("state", equalTo("FILED"))
                .body("version", equalTo(3));
    }

    @Test
    void aReturnHasAReasonAnInsurerAndTheVersionThatWasRead() {
        String id = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");

        giveBack(id, 1, "name-missing", "x").statusCode(422).body("errors.pointer", contains("/reasonCode"));
        giveBack(id, 1, "other-reason", " ").statusCode(422).body("errors.pointer", contains("/note"));
        giveBack(id, 2, "other-reason", "x").statusCode(412);
        clerk().body(Map.of("reasonCode", "other-reason", "note", "x"))
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

    @Test
    void aReportAndACardMakeARecord() {
        String id = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");

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
        clerk().get("/filed-reports").then().body("items", empty());
        register(id, 1, Map.of("number", "345")).then().statusCode(201).body("id", equalTo(enrolment));
        clerk().get("/enrolments").then().body("items.id", contains(enrolment));
    }

    @Test
    void aRecordInDoubtIsHeldAndTheEmployerSeesNothingOfIt() {
        Map<String, Object> body = hanako.report(insurer, Days.ago(2));
        body.put("birthDate", "1991-01-15");
        String id = Desk.file(body).path("id");

        register(id, 1, Map.of("number", "345")).then().statusCode(201).body("state", equalTo("HELD"));

        String seen = Desk.employer().get("/reports/" + id).asString()
                + Desk.employer().get("/reports/" + id + "/history").asString();
        assertThat(seen).contains("REGISTERED").doesNotContain("HELD", "hold", "finding", "birth-date-differs");
    }

    @Test
    void aCardThatCannotBeAcceptedRegistersNothing() {
        String id = Desk.file(hanako.report(insurer, Days.ago(2))).path("id");

        register(id, 1, Map.of("symbol", "12"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/number"))
                .body("errors.code", contains("value-required"));
        register(id, 7, Map.of("number", "345")).then().statusCode(412);
        assertThat(Desk.reportState(id)).isEqualTo("FILED");
        clerk().get("/enrolments").then().body("items", empty());
    }

    @Test
    void aDependantsReportShowsTheInsuredPersonsRecordAndMakesOneOfFamily() {
        Citizen child = Citizen.hanako();
        Desk.knowResident(child);
        String parent = clerk().header("Idempotency-Key", "parent")
                .body(hanako.enrolment(Days.ago(400)))
                .post("/enrolments")
                .path("id");
        String id =
                Desk.file(child.dependantReport(hanako, insurer, Days.ago(1))).path("id");

        clerk().get("/filed-reports/" + id)
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
        String enrolment = clerk().header("Idempotency-Key", "loss")
                .body(record)
                .post("/enrolments")
                .path("id");
        String id = Desk.file(hanako.lossReport(insurer, Days.ago(1))).path("id");
        clerk().get("/filed-reports/" + id).then().body("enrolmentId", equalTo(enrolment));

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
        String id = Desk.file(hanako.lossReport(insurer, Days.ago(1))).path("id");

        register(id, 1, Map.of()).then().statusCode(409).body("code", equalTo("report-has-no-record"));
        assertThat(Desk.reportState(id)).isEqualTo("FILED");
    }

    private RequestSpecification clerk() {
        return Tokens.as(Role.INSURER, insurer).contentType(ContentType.JSON);
    }

    private ValidatableResponse giveBack(String id, int version, String reasonCode, String note) {
        return clerk().header("If-Match", "\"" + version + "\"")
                .body(Map.of("reasonCode", reasonCode, "note", note))
                .post("/filed-reports/" + id + "/return")
                .then();
    }

    private Response register(String id, int version, Map<String, Object> card) {
        return clerk().header("If-Match", "\"" + version + "\"")
                .body(card)
                .post("/filed-reports/" + id + "/registration");
    }

    private static String newInsurer() {
        String body = "0614%03d".formatted(INSURERS.incrementAndGet());
        return IntStream.range(0, 10)
                .mapToObj(digit -> body + digit)
                .filter(FiledReportTest::isANumber)
                .findAny()
                .orElseThrow();
    }

    private static boolean isANumber(String text) {
        try {
            InsurerNumber.of(text);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
