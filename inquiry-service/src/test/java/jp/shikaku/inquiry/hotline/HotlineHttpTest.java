package jp.shikaku.inquiry.hotline;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.InquiryTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

@InquiryTest
class HotlineHttpTest {

    @Test
    void everyLineIsToldWithWhetherItAnswersNow() {
        given().get("/hotline/now")
                .then()
                .statusCode(200)
                .body("line.phoneNumber", hasItems("0120-95-0178", "0800-080-4583", "0120-0178-26", "0120-0178-27"))
                .body("status.lineId", hasItems("main", "institutions"));
    }

    @Test
    void nothingIsKeptBeyondTheNextChange() {
        Response answer = given().get("/hotline/main");
        Instant next = OffsetDateTime.parse(answer.path("next.at")).toInstant();
        Instant asOf = OffsetDateTime.parse(answer.path("asOf")).toInstant();

        long maxAge = maxAge(answer);
        assertThat(asOf.plusSeconds(maxAge)).isBeforeOrEqualTo(next);
        assertThat(maxAge)
                .isGreaterThanOrEqualTo(
                        Math.min(3600, Duration.between(asOf, next).toSeconds()) - 1);
        assertThat(maxAge(given().get("/hotline/now"))).isLessThanOrEqualTo(3600);
        assertThat(maxAge(given().get("/hotline/main/hours"))).isLessThanOrEqualTo(3600);
    }

    @Test
    void calendarProgramsSubscribe() {
        Response feed = given().accept("text/calendar").get("/hotline/main/calendar.ics");

        feed.then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .header("Cache-Control", containsString("max-age"))
                .body(startsWith("BEGIN:VCALENDAR"));
        given().header("If-None-Match", feed.header("ETag"))
                .get("/hotline/main/calendar.ics")
                .then()
                .statusCode(304);
        given().get("/hotline/none/calendar.ics")
                .then()
                .statusCode(404)
                .body("code", equalTo("hotline-line-not-found"));
    }

    private static long maxAge(Response answer) {
        return Long.parseLong(answer.header("Cache-Control").replaceAll(".*max-age=(\\d+).*", "$1"));
    }
}
