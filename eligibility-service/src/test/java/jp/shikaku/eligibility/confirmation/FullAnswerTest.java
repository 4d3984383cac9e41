package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;
import java.time.ZoneId;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** What an answer says besides the verdict: why, until when, what is about to end, and what the desk does. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FullAnswerTest {

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private final Body coverage = Coverages.of(card, Coverages.newPerson());

    @Test
    void validAnswerIsGoodUntilTheEndOfTheDayAndAsksNothingOfTheDesk() {
        Coverages.link(coverage);

        clinic.ask(card)
                .then()
                .statusCode(201)
                .body("goodUntil", equalTo(today.plusDays(1) + "T00:00:00+09:00"))
                .body("$", not(hasKey("reason")))
                .body("$", not(hasKey("notices")))
                .body("$", not(hasKey("deskSteps")))
                .body("$", not(hasKey("patientShare")));
    }

    @Test
    void validAnswerTellsWhatIsAboutToEnd() {
        Coverages.link(coverage.with("lost", today.plusDays(31).toString())
                .with("cardExpiresOn", today.minusDays(1).toString()));

        clinic.ask(card)
                .then()
                .body("validity", equalTo(1))
                .body("notices.code", contains("COVERAGE_ENDS", "CARD_EXPIRED"))
                .body("notices[0].on", equalTo(today.plusDays(31).toString()));
    }

    @Test
    void whatEndsLaterIsNotTold() {
        Coverages.link(coverage.with("lost", today.plusDays(32).toString())
                .with("cardExpiresOn", today.plusDays(32).toString()));

        clinic.ask(card).then().body("validity", equalTo(1)).body("$", not(hasKey("notices")));
    }

    @Test
    void cardThatExpiresSoonIsToldOf() {
        Coverages.link(coverage.with("cardExpiresOn", today.toString()));

        clinic.ask(card).then().body("notices.code", contains("CARD_EXPIRES"));
    }

    @Test
    void unknownCardIsAnsweredWithStepsAndTheRightShare() {
        clinic.ask(card)
                .then()
                .body("validity", equalTo(4))
                .body("reason.code", equalTo("NOTHING_FOUND"))
                .body(
                        "deskSteps.code",
                        contains(
                                "CHECK_INPUT",
                                "MYNA_PORTAL",
                                "CONFIRMATION_CERTIFICATE",
                                "NOTICE_WITH_CARD",
                                "DECLARATION",
                                "CLAIM_ORDER",
                                "PAPER_PRESCRIPTION",
                                "WATCH"))
                .body("patientShare.lowest", equalTo("030"))
                .body("hotlineHours", equalTo("/hotline/now"))
                .body("$", not(hasKey("goodUntil")));
    }

    @Test
    void reasonIsToldAsFarAsTheCallerMayKnow() {
        String person = Coverages.newPerson();
        Coverages.link(Coverages.of(card, person).with("lost", "2024-04-01"));
        clinic.ask(card).then().body("reason.code", equalTo("COVERAGE_LOST"));

        Coverages.link(Coverages.of(Card.fresh(), person).with("acquired", "2024-04-01"));
        clinic.ask(card).then().body("reason.code", equalTo("COVERED_ELSEWHERE"));

        Card later = Card.fresh();
        Coverages.link(Coverages.of(later, Coverages.newPerson())
                .with("acquired", today.plusDays(1).toString()));
        clinic.ask(later).then().body("reason.code", equalTo("COVERAGE_NOT_BEGUN"));
    }

    /** R1: suspended, and as if it had never been there. */
    @Test
    void reasonOfASuspendedCoverageIsThatOfAnUnknownCard() {
        Coverages.link(coverage.with("state", "SUSPENDED"));

        clinic.ask(card).then().body("reason.code", equalTo("NOTHING_FOUND"));
    }
}
