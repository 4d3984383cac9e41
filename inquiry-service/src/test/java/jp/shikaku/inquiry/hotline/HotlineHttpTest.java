package jp.shikaku.inquiry.hotline;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.inquiry.world.Calendar;
import jp.shikaku.inquiry.world.InquiryTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

@InquiryTest
class HotlineHttpTest {

    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    @TestHTTPResource(value = "clock-offset", management = true)
    URI adminPort;

    @Test
    void everyLineIsToldWithWhetherItAnswersNow() {
        given().get("/hotline/now")
                .then()
                .statusCode(200)
                .body("line.phoneNumber", hasItems("0120-95-0178", "0800-080-4583", "0120-0178-26", "0120-0178-27"))
                .body("status.lineId", hasItems("main", "institutions"));
    }

    /** At noon until it closes, in the evening until "today" is over, at night until it opens. */
    @ParameterizedTest
    @ValueSource(strings = {"12:00", "21:30", "03:00"})
    void anAnswerIsKeptUntilItChangesAndNoLonger(String time) {
        OffsetDateTime now = OffsetDateTime.now(JAPAN);
        OffsetDateTime then = now.with(LocalTime.parse(time)).plusDays(1);
        try (Calendar calendar = new Calendar(adminPort)) {
            calendar.later(Duration.between(now, then));

            Response answer = given().get("/hotline/main");
            OffsetDateTime asOf = OffsetDateTime.parse(answer.path("asOf"));
            OffsetDateTime next = OffsetDateTime.parse(answer.path("next.at"));
            OffsetDateTime midnight =
                    asOf.toLocalDate().plusDays(1).atStartOfDay().atOffset(JAPAN);
            OffsetDateTime change = next.isBefore(midnight) ? next : midnight;
            assertThat(asOf.plusSeconds(maxAge(answer))).isBetween(change.minusSeconds(61), change);
            assertThat(maxAge(given().get("/hotline/now"))).isLessThanOrEqualTo(maxAge(answer));
            assertThat(asOf.plusSeconds(maxAge(given().get("/hotline/main/hours"))))
                    .isBetween(midnight.minusSeconds(90), midnight);
        }
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
