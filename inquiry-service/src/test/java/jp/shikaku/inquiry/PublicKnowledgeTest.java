package jp.shikaku.inquiry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.inquiry.world.InquiryTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@InquiryTest
class PublicKnowledgeTest {

    @Test
    void anybodyReadsWhatADisplayMeans() {
        given().get("/displays").then().statusCode(200).body("id", hasItem("undetermined"));
        given().get("/displays/not-found")
                .then()
                .statusCode(200)
                .body("screen.ja", containsString("資格情報なし"))
                .body("causes", hasSize(greaterThanOrEqualTo(3)))
                .body("steps.desk.ja", everyItem(notNullValue()));
    }

    @ParameterizedTest
    @EnumSource(DisplayId.class)
    void everyDisplayIsExplainedWhereAnswersLinkTo(DisplayId display) {
        given().get(display.path())
                .then()
                .statusCode(200)
                .body("id", equalTo(display.slug()))
                .body("meaning.ja", notNullValue())
                .body("causes", hasSize(greaterThanOrEqualTo(1)))
                .body("steps.patient", hasSize(greaterThanOrEqualTo(1)))
                .body("steps.desk", hasSize(greaterThanOrEqualTo(1)))
                .body("steps.employer", hasSize(greaterThanOrEqualTo(1)))
                .body("steps.insurer", hasSize(greaterThanOrEqualTo(1)));
    }

    @Test
    void anybodyReadsTheNoticeWithItsAddressees() {
        given().get("/notices/2023-06-06-display")
                .then()
                .statusCode(200)
                .body("contact.phoneNumber", equalTo("0120-95-0178"))
                .body("addresseeGroups.addressees.flatten().size()", equalTo(39));
    }

    @Test
    void anybodyReadsAQuestionByItsAddress() {
        given().get("/faq/pin-locked")
                .then()
                .statusCode(200)
                .body("topic", equalTo("PIN"))
                .body("effectiveFrom", equalTo("2024-12-02"))
                .body("effectiveUntil", nullValue());
    }

    @Test
    void whatDoesNotExistIsRefusedByItsName() {
        given().get("/displays/green").then().statusCode(404).body("code", equalTo("display-not-found"));
        given().get("/notices/none").then().statusCode(404).body("code", equalTo("notice-not-found"));
        given().get("/faq/none").then().statusCode(404).body("code", equalTo("faq-not-found"));
        given().get("/hotline/none").then().statusCode(404).body("code", equalTo("hotline-line-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-28T19:59:00+09:00, true, 2027-01-04T09:30:00+09:00, 2026-12-28T20:00:00+09:00",
        "2026-12-28T20:00:00+09:00, false, 2027-01-04T09:30:00+09:00, 2027-01-04T20:00:00+09:00",
        "2026-09-22T17:29:59+09:00, true, 2026-09-23T09:30:00+09:00, 2026-09-22T17:30:00+09:00",
        "2026-09-22T17:30:00+09:00, false, 2026-09-23T09:30:00+09:00, 2026-09-23T17:30:00+09:00",
    })
    void theHotlineSaysWhetherItAnswersAndWhenThatChanges(String at, boolean open, String opens, String closes) {
        given().queryParam("at", at)
                .get("/hotline/main")
                .then()
                .statusCode(200)
                .body("open", equalTo(open))
                .body("next.at", equalTo(open ? closes : opens))
                .body("nextOpening", equalTo(opens))
                .body("nextClosing", equalTo(closes))
                .header("Cache-Control", allOf(containsString("public"), containsString("max-age")));
    }

    @Test
    void theHotlineSaysWhatItCannotKnow() {
        given().queryParam("at", "tomorrow")
                .get("/hotline/main")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("moment-not-iso"));
        given().queryParam("on", "1868-01-01")
                .get("/hotline/main/hours")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("date-out-of-range"));
        given().queryParam("on", "2026-02-30")
                .get("/hotline/main/hours")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("date-does-not-exist"));
    }
}
