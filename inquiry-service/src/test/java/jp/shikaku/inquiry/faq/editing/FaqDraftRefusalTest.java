package jp.shikaku.inquiry.faq.editing;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.InquiryTest;

import static jp.shikaku.inquiry.faq.editing.Editors.ANN;
import static jp.shikaku.inquiry.faq.editing.Editors.BOB;
import static jp.shikaku.inquiry.faq.editing.Editors.begin;
import static jp.shikaku.inquiry.faq.editing.Editors.content;
import static jp.shikaku.inquiry.faq.editing.Editors.decide;
import static jp.shikaku.inquiry.faq.editing.Editors.newEntryId;
import static jp.shikaku.inquiry.faq.editing.Editors.operator;
import static jp.shikaku.inquiry.faq.editing.Editors.send;
import static jp.shikaku.inquiry.faq.editing.Editors.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** What is refused of operators who write and review questions. */
@InquiryTest
class FaqDraftRefusalTest {

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
}
