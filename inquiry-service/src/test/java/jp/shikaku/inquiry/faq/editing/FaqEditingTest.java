package jp.shikaku.inquiry.faq.editing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Questions are written by one operator, reviewed by another, and then read and found by everybody. */
@InquiryTest
class FaqEditingTest {

    LocalPostgres postgres;

    private static final String ANN = "ann";
    private static final String BOB = "bob";

    /** A content about a thing that no question of the files is about, with {@code word} in it. */
    private static String content(String word, String from, String until) {
        return """
                {"topic":"CONTACT","audience":["PUBLIC"],
                 "question":{"ja":"%1$sはどこで受け取れますか。","en":"Where do I get a %1$s?"},
                 "askedAs":{"ja":["%1$sの受け取り"],"en":[]},
                 "answer":{"ja":"%1$sは市区町村の窓口で受け取れます。","en":"A %1$s is handed out at the city office."},
                 "nextSteps":[{"ja":"窓口で申し出てください。","en":"Ask at the desk."}],
                 "sources":[{"title":{"ja":"案内","en":"Guide"},"url":"https://www.mhlw.go.jp/stf/newpage_40406.html"}],
                 "effectiveFrom":"%2$s",%3$s
                 "related":[{"kind":"FAQ","id":"where-to-call"}]}"""
                .formatted(word, from, until == null ? "" : "\"effectiveUntil\":\"" + until + "\",");
    }

    @Test
    void draftIsPublishedByASecondPersonAndFoundAtOnce() {
        String id = newEntryId();
        Response draft = begin(ANN, id, content("整理券", "2026-01-01", null));
        given().get("/faq/" + id).then().statusCode(404);

        Response submitted = decide(ANN, draft, "SUBMIT", null);
        submitted.then().body("state", equalTo("IN_REVIEW")).body("revision", equalTo(2));
        decide(BOB, submitted, "APPROVE", "確認しました")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("version", equalTo(1))
                .body("reviewer", equalTo(BOB));

        given().get("/faq/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("question.ja", equalTo("整理券はどこで受け取れますか。"))
                .body("effectiveUntil", nullValue());
        found("整理券はどこ", id);
        found("せいりけん", id);
    }

    @Test
    void whoWroteDoesNotApprove() {
        Response inReview = decide(ANN, begin(ANN, newEntryId(), content("番号札", "2026-01-01", null)), "SUBMIT", null);
        decide(ANN, inReview, "APPROVE", null).then().statusCode(403).body("code", equalTo("faq-review-own"));

        // Nor does who wrote on it later.
        Response returned = decide(BOB, inReview, "RETURN", "もう少し短く");
        Response written = write(BOB, returned, content("番号札二", "2026-01-01", null));
        written.then().statusCode(200).body("authors", contains(ANN, BOB));
        Response again = decide(ANN, written, "SUBMIT", null);
        decide(BOB, again, "APPROVE", null).then().statusCode(403);
        decide("carol", again, "APPROVE", null).then().statusCode(200);
    }

    @Test
    void newVersionOfAQuestionFromTheFilesTakesItsPlaceOnItsFirstDayOnly() {
        String later = publish("tax-deduction", content("源泉徴収票", "2099-01-01", null));
        assertThat(later).isEqualTo("2");
        given().get("/faq/tax-deduction").then().body("version", equalTo(1));
        found("確定申告 医療費控除", "tax-deduction");

        assertThat(publish("tax-deduction", content("源泉徴収票", "2026-01-01", "2026-02-01")))
                .isEqualTo("3");
        given().get("/faq/tax-deduction").then().body("version", equalTo(1));

        assertThat(publish("tax-deduction", content("源泉徴収票", "2026-01-01", null)))
                .isEqualTo("4");
        given().get("/faq/tax-deduction")
                .then()
                .body("version", equalTo(4))
                .body("question.ja", equalTo("源泉徴収票はどこで受け取れますか。"));
        found("源泉徴収票", "tax-deduction");

        operator(ANN)
                .get("/faq-versions/tax-deduction")
                .then()
                .statusCode(200)
                .body("entry.version", contains(4, 3, 2, 1))
                .body("reviewer[0]", equalTo(BOB))
                .body("draft[3]", nullValue());
    }

    @Test
    void whatAnotherReplicaPublishedIsFoundWithinSeconds() throws SQLException {
        String id = newEntryId();
        Response inReview = decide(ANN, begin(ANN, id, content("乗車券", "2026-01-01", null)), "SUBMIT", null);
        // As another replica does it: in the database, and without telling us.
        publishedElsewhere(UUID.fromString(inReview.path("id")));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> found("乗車券の受け取り", id));
    }

    @Test
    void historyTellsEveryStepWithWhatWasWritten() {
        Response draft = begin(ANN, newEntryId(), content("引換券", "2026-01-01", null));
        Response submitted = decide(ANN, draft, "SUBMIT", null);
        Response returned = decide(BOB, submitted, "RETURN", "出典を足してください");
        decide(ANN, returned, "DISCARD", null).then().body("state", equalTo("DISCARDED"));

        operator(BOB)
                .get("/faq-drafts/" + draft.path("id") + "/history")
                .then()
                .statusCode(200)
                .body("items.action", contains("WRITTEN", "SUBMIT", "RETURN", "DISCARD"))
                .body("items.operator", contains(ANN, ANN, BOB, ANN))
                .body("items[2].comment", equalTo("出典を足してください"))
                .body("items[0].content.question.ja", notNullValue())
                .body("items[1].content", nullValue());
    }

    @Test
    void changeOnSomebodyElsesChangeIsRefused() {
        Response draft = begin(ANN, newEntryId(), content("回数券", "2026-01-01", null));
        write(ANN, draft, content("回数券二", "2026-01-01", null)).then().statusCode(200);

        write(BOB, draft, content("回数券三", "2026-01-01", null))
                .then()
                .statusCode(412)
                .body("code", equalTo("version-changed"));
        decide(BOB, draft, "DISCARD", null).then().statusCode(412);
        operator(BOB)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"DISCARD\"}")
                .post("/faq-drafts/" + draft.path("id") + "/decision")
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
    }

    @Test
    void whatIsInReviewOrPublishedIsNotWritten() {
        Response inReview = decide(ANN, begin(ANN, newEntryId(), content("割引券", "2026-01-01", null)), "SUBMIT", null);
        write(ANN, inReview, content("割引券二", "2026-01-01", null))
                .then()
                .statusCode(409)
                .body("code", equalTo("faq-draft-state"));
        Response published = decide(BOB, inReview, "APPROVE", null);
        write(ANN, published, content("割引券二", "2026-01-01", null)).then().statusCode(409);
        decide(ANN, published, "DISCARD", null).then().statusCode(409);
    }

    @Test
    void repeatedSubmissionBeginsOneDraft() throws Exception {
        String id = newEntryId();
        String key = UUID.randomUUID().toString();
        Callable<Response> send = () -> send(ANN, key, id, content("福引券", "2026-01-01", null));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Response>> answers = threads.invokeAll(List.of(send, send, send, send));
        threads.shutdown();
        for (Future<Response> answer : answers) {
            answer.get()
                    .then()
                    .statusCode(201)
                    .body("id", equalTo(answers.get(0).get().path("id")));
        }

        operator(ANN).queryParam("entryId", id).get("/faq-drafts").then().body("items", hasSize(1));
        send(ANN, key, id, content("福引券二", "2026-01-01", null))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        // Another operator's key has nothing to do with it.
        send(BOB, key, newEntryId(), content("福引券", "2026-01-01", null)).then().statusCode(201);
    }

    @Test
    void draftsAreListedByStatePageByPage() {
        begin(ANN, newEntryId(), content("入場券", "2026-01-01", null));
        begin(ANN, newEntryId(), content("招待券", "2026-01-01", null));

        String next = operator(BOB)
                .queryParam("state", "DRAFT")
                .queryParam("limit", 1)
                .get("/faq-drafts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.state", everyItem(equalTo("DRAFT")))
                .body("next", notNullValue())
                .extract()
                .path("next");
        operator(BOB)
                .queryParam("state", "DRAFT")
                .queryParam("after", next)
                .get("/faq-drafts")
                .then()
                .body("items", not(empty()))
                .body("items.id", not(hasItem(next)));
        operator(BOB).queryParam("state", "LOST").get("/faq-drafts").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"topic\":\"CONTACT\" | \"topic\":\"WEATHER\" | /content/topic | code-unknown",
                "\"topic\":\"CONTACT\", | '' | /content/topic | value-required",
                "[\"PUBLIC\"] | [] | /content/audience | value-required",
                "[\"PUBLIC\"] | [\"DOGS\"] | /content/audience/0 | code-unknown",
                "窓口で申し出てください。 | Ask. | /content/nextSteps/0/ja | text-language",
                "Ask at the desk. | 窓口へ。 | /content/nextSteps/0/en | text-language",
                "https://www | ftp://www | /content/sources/0/url | web-address",
                "2026-01-01 | 令和8年1月1日 | /content/effectiveFrom | date-not-iso",
                "\"related\" | \"effectiveUntil\":\"2026-01-01\",\"related\" | /content/effectiveUntil | period-order",
                "where-to-call | nowhere | /content/related/0 | link-unknown",
                "\"kind\":\"FAQ\",\"id\":\"where-to-call\" | \"kind\":\"DISPLAY\",\"id\":\"green\" | /content/related/0 | link-unknown"
            })
    void everythingWrongWithAContentIsNamed(String piece, String replacement, String pointer, String code) {
        String content = content("商品券", "2026-01-01", null);
        assertThat(content).contains(piece);

        send(ANN, UUID.randomUUID().toString(), newEntryId(), content.replace(piece, replacement))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void severalMistakesAreToldTogether() {
        send(ANN, UUID.randomUUID().toString(), "No Such Id", "{\"topic\":\"X\",\"question\":{\"ja\":\"\"}}")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/entryId",
                                "/content/topic",
                                "/content/audience",
                                "/content/question/ja",
                                "/content/question/en",
                                "/content/answer",
                                "/content/nextSteps",
                                "/content/sources",
                                "/content/effectiveFrom"));
    }

    @Test
    void returningNeedsAReason() {
        Response inReview = decide(ANN, begin(ANN, newEntryId(), content("利用券", "2026-01-01", null)), "SUBMIT", null);

        decide(BOB, inReview, "RETURN", null).then().statusCode(422).body("errors[0].pointer", equalTo("/comment"));
    }

    @Test
    void unknownDraftsAndFieldsAreRefused() {
        operator(ANN)
                .get("/faq-drafts/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("faq-draft-not-found"));
        operator(ANN).get("/faq-drafts/1").then().statusCode(404);
        operator(ANN).get("/faq-versions/none").then().statusCode(404).body("code", equalTo("faq-not-found"));
        operator(ANN)
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body("{\"entryId\":\"a\",\"surprise\":1}")
                .post("/faq-drafts")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    @Test
    void questionsAreReadAndFoundWhileTheDatabaseIsAway() {
        postgres.stop();
        try {
            given().get("/faq/pin-locked").then().statusCode(200);
            found("暗証番号がロックされた", "pin-locked");
            operator(ANN).get("/faq-drafts").then().statusCode(503);
        } finally {
            postgres.start();
        }
        operator(ANN).get("/faq-drafts").then().statusCode(200);
    }

    private void publishedElsewhere(UUID draft) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
                PreparedStatement publish = connection.prepareStatement(
                        "update faq_draft set state = 'PUBLISHED', reviewer = ?, version = 1 where id = ?");
                Statement edition = connection.createStatement()) {
            connection.setAutoCommit(false);
            publish.setString(1, BOB);
            publish.setObject(2, draft);
            publish.executeUpdate();
            edition.executeUpdate("update faq_edition set number = number + 1");
            connection.commit();
        }
    }

    private static void found(String words, String id) {
        ValidatableResponse answer =
                given().queryParam("q", words).get("/faq").then().statusCode(200);
        List<String> ids = answer.extract().path("items.entry.id");
        assertThat(ids).as(words).contains(id);
    }

    /** Publishes {@code content} as a version of {@code entryId}; the version it became. */
    private static String publish(String entryId, String content) {
        Response submitted = decide(ANN, begin(ANN, entryId, content), "SUBMIT", null);
        Response approved = decide(BOB, submitted, "APPROVE", null);
        approved.then().statusCode(200);
        return approved.path("version").toString();
    }

    private static Response begin(String operator, String entryId, String content) {
        Response draft = send(operator, UUID.randomUUID().toString(), entryId, content);
        draft.then().statusCode(201).body("state", equalTo("DRAFT")).header("ETag", "\"1\"");
        return draft;
    }

    private static Response send(String operator, String key, String entryId, String content) {
        return operator(operator)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"entryId\":\"%s\",\"content\":%s}".formatted(entryId, content))
                .post("/faq-drafts");
    }

    private static Response write(String operator, Response read, String content) {
        return operator(operator)
                .header("If-Match", read.header("ETag"))
                .contentType(ContentType.JSON)
                .body(content)
                .put("/faq-drafts/" + read.path("id"));
    }

    private static Response decide(String operator, Response read, String decision, String comment) {
        String body = comment == null
                ? "{\"decision\":\"%s\"}".formatted(decision)
                : "{\"decision\":\"%s\",\"comment\":\"%s\"}".formatted(decision, comment);
        return operator(operator)
                .header("If-Match", read.header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/faq-drafts/" + read.path("id") + "/decision");
    }

    private static RequestSpecification operator(String id) {
        return Tokens.as(Role.OPERATOR, id);
    }

    private static String newEntryId() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
