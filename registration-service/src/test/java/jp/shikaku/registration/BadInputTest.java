package jp.shikaku.registration;

import java.util.Map;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@RegistrationTest
class BadInputTest {

    LocalPostgres postgres;
    Rows rows;
    Map<String, Long> before;
    Citizen hanako;

    @BeforeEach
    void countRows() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        before = rows.counts();
    }

    @AfterEach
    void nothingHalfWrittenStays() {
        assertThat(rows.counts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "individualNumber, 123456789012, individual-number-check-digit",
        "individualNumber, 12345678901, individual-number-format",
        "individualNumber, 000000000000, individual-number-placeholder",
        "individualNumber, , value-required",
        "symbol, 123456789012345678901, card-symbol-format",
        "number, 123456789012345678901, card-number-format",
        "number, , value-required",
        "branch, 123, card-branch-format",
        "name, ' 　', value-required",
        "nameKana, , value-required",
        "birthDate, 令和元年5月1日, date-not-iso",
        "birthDate, 平成31年5月1日, date-not-iso",
        "birthDate, 平成31年5月, date-not-iso",
        "birthDate, 1990/01/15, date-not-iso",
        "birthDate, 19900115, date-not-iso",
        "acquired, 2026-02-30, date-does-not-exist",
        "acquired, 2025-02-29, date-does-not-exist",
        "acquired, 1989-12-31, date-order",
        "sex, 3, code-unknown",
        "sex, 男, code-unknown",
        "relation, 9, code-unknown",
        "lost, 2026-13-01, date-does-not-exist",
        "lost, 1990-01-01, date-order",
        "lossReason, 04, code-unknown",
        "address, , value-required",
    })
    void anEnrolmentWithABadValueIsRefusedByName(String field, String value, String code) {
        Map<String, Object> body = hanako.enrolment(Days.ago(10));
        body.put(field, value);
        if (field.equals("lossReason")) {
            body.put("lost", Days.ago(1));
        }

        refused(Desk.enrol(body)).body("errors.pointer", contains("/" + field)).body("errors.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource({
        "insurerNumber, 06139991, insurer-number-check-digit",
        "insurerNumber, 77777777, insurer-number-placeholder",
        "insurerNumber, 77777779, insurer-number-placeholder",
        "insurerNumber, 123, insurer-number-format",
        "insurerNumber, 39999990, insurer-unknown",
        "individualNumber, 123456789012, individual-number-check-digit",
        "acquired, 令和8年4月1日, date-not-iso",
        "acquired, 2026-02-30, date-does-not-exist",
        "acquired, 2099-04-01, date-out-of-range",
        "acquired, 1990-01-14, date-order",
        "acquired, , value-required",
        "sex, 0, code-unknown",
        "kind, RETIREMENT, code-unknown",
        "lost, 2026-01-01, value-not-of-this-kind",
        "lossReason, 99, value-not-of-this-kind",
        "relationship, CHILD, value-not-of-this-kind",
        "insuredName, 髙橋 太郎, value-not-of-this-kind",
    })
    void aReportWithABadValueIsRefusedByName(String field, String value, String code) {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(10));
        body.put(field, value);

        refused(Desk.file(body)).body("errors.pointer", contains("/" + field)).body("errors.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource({
        "lost, 2026-02-30, date-does-not-exist",
        "lost, , value-required",
        "lossReason, 04, code-unknown",
        "acquired, 2026-01-01, value-not-of-this-kind",
        "relationship, CHILD, value-not-of-this-kind",
    })
    void aReportOfALossWithABadValueIsRefusedByName(String field, String value, String code) {
        Map<String, Object> body = hanako.lossReport(Desk.INSURER, Days.ago(10));
        if (value == null) {
            body.remove("lossReason"); // which would be refused too, as there is no loss
        }
        body.put(field, value);

        refused(Desk.file(body)).body("errors.pointer", contains("/" + field)).body("errors.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource({
        "relationship, NEIGHBOUR, code-unknown",
        "insuredIndividualNumber, 123456789012, individual-number-check-digit",
        "acquired, , value-required",
        "lost, 2026-01-01, value-not-of-this-kind",
    })
    void aReportOfADependantWithABadValueIsRefusedByName(String field, String value, String code) {
        Map<String, Object> body = hanako.dependantReport(Citizen.hanako(), Desk.INSURER, Days.ago(10));
        body.put(field, value);

        refused(Desk.file(body)).body("errors.pointer", contains("/" + field)).body("errors.code", contains(code));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Map<String, Object> body = hanako.report(Desk.UNKNOWN_INSURER, "2026-02-30");
        body.put("individualNumber", "123456789012");
        body.put("birthDate", "令和元年");
        body.put("name", "あ".repeat(101));

        refused(Desk.file(body))
                .body(
                        "errors.pointer",
                        contains("/individualNumber", "/name", "/birthDate", "/acquired", "/insurerNumber"))
                .body(
                        "errors.code",
                        contains(
                                "individual-number-check-digit",
                                "value-too-long",
                                "date-not-iso",
                                "date-does-not-exist",
                                "insurer-unknown"))
                .body("errors.nextStep", not(hasItem(emptyOrNullString())));
    }

    @Test
    void nobodyIsBornTomorrow() {
        Map<String, Object> body = hanako.enrolment(Days.ahead(2));
        body.put("birthDate", Days.ahead(1));

        refused(Desk.enrol(body)).body("errors.code", contains("date-in-future"));
    }

    @Test
    void aLossReasonNeedsALoss() {
        Map<String, Object> body = hanako.enrolment(Days.ago(10));
        body.put("lossReason", "99");

        refused(Desk.enrol(body))
                .body("errors.pointer", contains("/lost"))
                .body("errors.code", contains("value-required"));
    }

    @Test
    void aCoverageLastsAtLeastADay() {
        Map<String, Object> body = hanako.enrolment(Days.ago(10));
        body.put("lost", Days.ago(10));

        refused(Desk.enrol(body)).body("errors.pointer", contains("/lost")).body("errors.code", contains("date-order"));
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\u0007", "\\ud800", "\\udfff"})
    void whatNoDatabaseCanKeepIsRefused(String escape) {
        String body =
                """
                {"individualNumber":"%s","number":"1","name":"花%s子","nameKana":"ハナコ","birthDate":"1990-01-15",\
                "sex":"2","address":"東京都","relation":"1","acquired":"%s"}"""
                        .formatted(hanako.individualNumber(), escape, Days.ago(10));

        refused(Desk.insurer().header("Idempotency-Key", "x").body(body).post("/enrolments"))
                .body("errors.pointer", contains("/name"))
                .body("errors.code", contains("text-characters"));
    }

    @Test
    void anInsurerThatTheSystemDoesNotKnowEnrolsNobody() {
        refused(Tokens.as(Role.INSURER, Desk.UNKNOWN_INSURER)
                        .contentType("application/json")
                        .header("Idempotency-Key", "x")
                        .body(hanako.enrolment(Days.ago(10)))
                        .post("/enrolments"))
                .body("errors.pointer", contains("header:Authorization"))
                .body("errors.code", contains("insurer-unknown"));
    }

    @Test
    void aCreatingPostNeedsAnIdempotencyKey() {
        Desk.insurer()
                .body(hanako.enrolment(Days.ago(10)))
                .post("/enrolments")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        Desk.employer()
                .header("Idempotency-Key", "x".repeat(65))
                .body(hanako.report(Desk.INSURER, Days.ago(1)))
                .post("/reports")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void aRefusedSubmissionDoesNotUseItsKeyUp() {
        String key = "mended-" + hanako.individualNumber().substring(0, 4) + System.nanoTime();
        Map<String, Object> body = hanako.report(Desk.INSURER, "2026-02-30");
        refused(Desk.employer().header("Idempotency-Key", key).body(body).post("/reports"));

        body.put("acquired", Days.ago(1));
        Desk.employer()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/reports")
                .then()
                .statusCode(201);

        before = rows.counts();
    }

    @Test
    void theAnswerNeverQuotesTheNumber() {
        Map<String, Object> body = hanako.enrolment(Days.ago(10));
        body.put("individualNumber", "123456789012");

        assertThat(Desk.enrol(body).asString()).doesNotContain("123456789012");
    }

    @Test
    void rolesDoNotReachEachOthersDesks() {
        forbidden(Desk.employer().get("/enrolments"));
        forbidden(Desk.insurer().get("/reports"));
        forbidden(Desk.employer().get("/holds"));
        forbidden(Desk.insurer().get("/progress?personKey=x"));
        forbidden(Desk.insurer().body("[]").post("/residents"));
        forbidden(Desk.insurer().body("{\"name\":\"x\"}").put("/insurers/" + Desk.INSURER));
        forbidden(Tokens.as(Role.HOTLINE, "agent").get("/holds"));
        forbidden(Tokens.as(Role.INSTITUTION, "0110113719").get("/enrolments"));
    }

    private static ValidatableResponse refused(Response response) {
        return response.then().statusCode(422).body("code", equalTo("values-invalid"));
    }

    private static void forbidden(Response response) {
        response.then().statusCode(403).body("code", equalTo("role-not-allowed"));
    }
}
