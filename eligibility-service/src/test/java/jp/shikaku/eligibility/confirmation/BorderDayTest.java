package jp.shikaku.eligibility.confirmation;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** The days on which an answer changes, over HTTP. The whole table is that of {@code VerdictRuleTest}. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BorderDayTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TestHTTPResource(management = true)
    URI adminPort;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final Card next = Card.fresh().at(Card.OTHER_INSURER);
    private final String hanako = Coverages.newPerson();

    @AfterEach
    void backToTheRealTime() {
        move(Duration.ZERO);
    }

    /** R8: acquired ≤ day < lost; with a change of insurer on the very day, and with a gap between. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    the day before acquisition      | 2024-03-31 | 2025-04-01 | 2 | 2
                    the day of acquisition          | 2024-04-01 | 2025-04-01 | 1 | 3
                    the last day before the loss    | 2025-03-31 | 2025-04-01 | 1 | 3
                    the day of the loss, same day   | 2025-04-01 | 2025-04-01 | 3 | 1
                    the last day of a gap           | 2025-04-05 | 2025-04-06 | 2 | 2
                    the day after a gap             | 2025-04-06 | 2025-04-06 | 3 | 1
                    what begins later has not begun | 2025-03-31 | 2099-04-01 | 1 | 3
                    """)
    void cardIsWorthOnThatDay(String title, String day, String acquiredNext, int before, int after) {
        Coverages.link(Coverages.of(card, hanako)
                .with("acquired", "2024-04-01")
                .with("lost", "2025-04-01")
                .with("lossReason", "03"));
        Coverages.link(Coverages.of(next, hanako).with("acquired", acquiredNext));

        clinic.ask(card.question().with("asOf", day)).then().statusCode(201).body("validity", equalTo(before));
        clinic.ask(next.question().with("asOf", day)).then().statusCode(201).body("validity", equalTo(after));
    }

    /** R9: the day begins at midnight in Tokyo, whatever day it is elsewhere. */
    @Test
    void todayIsTheDayInTokyo() {
        LocalDate tomorrow = LocalDate.now(TOKYO).plusDays(1);
        Coverages.link(Coverages.of(card, hanako).with("lost", tomorrow.toString()));
        Body question = card.question();

        moveTo(tomorrow.minusDays(1).atTime(LocalTime.of(23, 59, 30)).atZone(TOKYO));
        clinic.ask(question)
                .then()
                .body("asOf", equalTo(tomorrow.minusDays(1).toString()))
                .body("validity", equalTo(1))
                .body("goodUntil", equalTo(tomorrow + "T00:00:00+09:00"));
        moveTo(tomorrow.atTime(LocalTime.of(0, 0, 1)).atZone(TOKYO));
        clinic.ask(question).then().body("asOf", equalTo(tomorrow.toString())).body("validity", equalTo(2));
    }

    private void moveTo(ZonedDateTime moment) {
        move(Duration.between(ZonedDateTime.now(TOKYO), moment));
    }

    private void move(Duration offset) {
        given().body(offset.toString())
                .put(adminPort.resolve("/clock-offset"))
                .then()
                .statusCode(204);
    }
}
