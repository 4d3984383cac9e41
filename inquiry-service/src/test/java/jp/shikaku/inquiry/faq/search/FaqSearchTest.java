package jp.shikaku.inquiry.faq.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.InquiryTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@InquiryTest
class FaqSearchTest {

    @ParameterizedTest
    @CsvSource({"保険証が使えないと言われた, display-invalid", "むこうって出た, display-invalid", "shikaku nashi, display-not-found"})
    void anybodyFindsTheAnswerInTheirOwnWords(String phrase, String id) {
        search(phrase)
                .statusCode(200)
                .body("items[0].entry.id", equalTo(id))
                .body("items[0].question.hit", hasItem(true))
                .body("items.score", everyItem(nullValue()))
                .body("elsewhere", nullValue())
                .header("Vary", containsString("Accept-Language"))
                .header("Cache-Control", containsString("max-age=30"));
    }

    @Test
    void everyAnswerIsReachedPageByPageAndOnce() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            ValidatableResponse page = given().queryParam("limit", 7)
                    .queryParams(after == null ? Map.of() : Map.of("after", after))
                    .get("/faq")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(lessThanOrEqualTo(7)));
            List<String> ids = page.extract().path("items.entry.id");
            seen.addAll(ids);
            after = page.extract().path("next");
        } while (after != null);

        assertThat(seen).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    @Test
    void laterPagesOfASearchGoOnWhereTheFirstEnded() {
        List<String> both = given().queryParam("q", "暗証番号")
                .queryParam("limit", 4)
                .get("/faq")
                .then()
                .extract()
                .path("items.entry.id");
        given().queryParam("q", "暗証番号")
                .queryParam("limit", 2)
                .queryParam("after", both.get(1))
                .get("/faq")
                .then()
                .body("items.entry.id", equalTo(both.subList(2, 4)));
    }

    @Test
    void onlyWhatIsWrittenForTheAudienceIsFound() {
        given().queryParam("q", "レセプトの請求")
                .queryParam("audience", "desk")
                .get("/faq")
                .then()
                .body("items.entry.id", hasItem("claims-order"))
                .body("items.entry.audience", everyItem(hasItem("DESK")));
        given().queryParam("q", "レセプトの請求")
                .queryParam("audience", "public")
                .get("/faq")
                .then()
                .body("items.entry.id", not(hasItem("claims-order")));
    }

    @Test
    void questionsAboutADisplayAreListed() {
        given().queryParam("display", "several-candidates")
                .get("/faq")
                .then()
                .body("items.entry.id", hasItem("display-several-candidates"))
                .body("items.entry.related.id", everyItem(hasItem("several-candidates")));
        given().queryParam("display", "green").get("/faq").then().statusCode(422);
    }

    @Test
    void marksAreInTheLanguageAskedForOrRead() {
        given().queryParam("q", "PIN locked")
                .queryParam("language", "en")
                .get("/faq")
                .then()
                .body("items[0].question.text.join('')", containsString("My PIN is locked"));
        given().header("Accept-Language", "en")
                .queryParam("q", "PIN locked")
                .get("/faq")
                .then()
                .body("items[0].question.text.join('')", containsString("My PIN is locked"));
        search("PIN locked").body("items[0].question.text.join('')", containsString("暗証番号"));
    }

    @Test
    void whoFindsNothingIsToldWhereElseToAsk() {
        search("ああああ")
                .statusCode(200)
                .body("items", empty())
                .body("elsewhere.suggestions", hasSize(5))
                .body("elsewhere.suggestions[0].question.ja", notNullValue())
                .body("elsewhere.lines[0].line.phoneNumber", equalTo("0120-95-0178"))
                .body("elsewhere.lines[0].status.sentence.ja", notNullValue());
        given().queryParam("q", "ああああ")
                .queryParam("audience", "desk")
                .get("/faq")
                .then()
                .body("elsewhere.lines[0].line.phoneNumber", equalTo("0800-080-4583"));
    }

    @ParameterizedTest
    @CsvSource({
        "language, fr, code-unknown",
        "audience, nobody, code-unknown",
        "limit, 0, limit-range",
        "limit, 101, limit-range",
        "after, 'No Such!', key-format"
    })
    void whatIsNotUnderstoodIsNamed(String parameter, String value, String code) {
        given().queryParam(parameter, value)
                .get("/faq")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("query:" + parameter))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aNovelIsNotSearchedFor() {
        given().queryParam("q", "あ".repeat(201))
                .get("/faq")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("value-too-long"));
    }

    private static ValidatableResponse search(String phrase) {
        return given().queryParam("q", phrase).get("/faq").then();
    }
}
