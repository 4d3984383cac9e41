package jp.shikaku.inquiry.faq.editing;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.hamcrest.Matchers.equalTo;

/** Two operators who write and review questions. */
final class Editors {

    static final String ANN = "ann";
    static final String BOB = "bob";

    private Editors() {}

    /** A content about a thing that no question of the files is about, with {@code word} in it. */
    static String content(String word, String from, String until) {
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

    static Response begin(String operator, String entryId, String content) {
        Response draft = send(operator, UUID.randomUUID().toString(), entryId, content);
        draft.then().statusCode(201).body("state", equalTo("DRAFT")).header("ETag", "\"1\"");
        return draft;
    }

    static Response send(String operator, String key, String entryId, String content) {
        return operator(operator)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"entryId\":\"%s\",\"content\":%s}".formatted(entryId, content))
                .post("/faq-drafts");
    }

    static Response write(String operator, Response read, String content) {
        return operator(operator)
                .header("If-Match", read.header("ETag"))
                .contentType(ContentType.JSON)
                .body(content)
                .put("/faq-drafts/" + read.path("id"));
    }

    static Response decide(String operator, Response read, String decision, String comment) {
        String body = comment == null
                ? "{\"decision\":\"%s\"}".formatted(decision)
                : "{\"decision\":\"%s\",\"comment\":\"%s\"}".formatted(decision, comment);
        return operator(operator)
                .header("If-Match", read.header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/faq-drafts/" + read.path("id") + "/decision");
    }

    static RequestSpecification operator(String id) {
        return Tokens.as(Role.OPERATOR, id);
    }

    static String newEntryId() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Publishes {@code content} as a version of {@code entryId}; the version it became. */
    static String publish(String entryId, String content) {
        Response submitted = decide(ANN, begin(ANN, entryId, content), "SUBMIT", null);
        Response approved = decide(BOB, submitted, "APPROVE", null);
        approved.then().statusCode(200);
        return approved.path("version").toString();
    }
}
