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

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static jp.shikaku.inquiry.faq.editing.Editors.ANN;
import static jp.shikaku.inquiry.faq.editing.Editors.BOB;
import static jp.shikaku.inquiry.faq.editing.Editors.begin;
import static jp.shikaku.inquiry.faq.editing.Editors.content;
import static jp.shikaku.inquiry.faq.editing.Editors.decide;
import static jp.shikaku.inquiry.faq.editing.Editors.newEntryId;
import static jp.shikaku.inquiry.faq.editing.Editors.operator;
import static jp.shikaku.inquiry.faq.editing.Editors.publish;
import static jp.shikaku.inquiry.faq.editing.Editors.send;
import static jp.shikaku.inquiry.faq.editing.Editors.write;
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
}
