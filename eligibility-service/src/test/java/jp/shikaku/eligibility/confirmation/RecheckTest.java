package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** An earlier confirmation: asked again, looked up, and asked about electronic prescriptions. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class RecheckTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.fresh();
    private final Card card = Card.fresh();

    @Test
    void answerThatHasNotChangedIsNotSentAgain() throws SQLException {
        Coverages.link(card);
        Response asked = clinic.ask(card);
        String number = asked.path("confirmationNumber");
        String tag = asked.header("ETag");

        Response again = recheck(clinic, number, tag);

        again.then().statusCode(304).header("ETag", tag);
        assertThat(again.body().asString()).isEmpty();
        recheck(clinic, number, "\"something-else\", W/" + tag).then().statusCode(304);
        assertThat(new Ledger(postgres).looksAt(number))
                .extracting(look -> look.get("purpose"))
                .containsExactly("CONFIRMATION", "CONFIRMATION_RECHECK", "CONFIRMATION_RECHECK");
        assertThat(new Ledger(postgres).looksAt(number).get(1)).containsEntry("coverage_shown", false);
    }

    @Test
    void answerThatHasChangedIsTold() throws SQLException {
        Response asked = clinic.ask(card);
        String number = asked.path("confirmationNumber");
        Coverages.link(card);

        recheck(clinic, number, asked.header("ETag"))
                .then()
                .statusCode(200)
                .body("confirmationNumber", equalTo(number))
                .body("validity", equalTo(1))
                .body("coverage.number", equalTo(card.number()));

        clinic.reread(number).then().body("validity", equalTo(4));
        assertThat(new Ledger(postgres).looksAt(number).get(1)).containsEntry("coverage_shown", true);
    }

    @Test
    void everythingThatTheDeskIsToldCountsAsAChange() {
        UUID enrolment = UUID.randomUUID();
        Body coverage = Coverages.of(card, Coverages.newPerson());
        Coverages.put(enrolment, 1, coverage).then().statusCode(204);
        Response asked = clinic.ask(card);
        String number = asked.path("confirmationNumber");

        Coverages.put(enrolment, 2, coverage.with("medicalInfoAllowed", false))
                .then()
                .statusCode(204);
        Response changed = recheck(clinic, number, asked.header("ETag"));
        changed.then().statusCode(200).body("medicalInfoAllowed", equalTo(false));
        Coverages.put(enrolment, 3, coverage.with("medicalInfoAllowed", false).with("address", "東京都見本区１"))
                .then()
                .statusCode(204);
        recheck(clinic, number, changed.header("ETag")).then().statusCode(200);
    }

    /** R1. */
    @Test
    void whatWasSuspendedMeanwhileIsNotInTheAnswer() {
        UUID enrolment = UUID.randomUUID();
        Body coverage = Coverages.of(card, Coverages.newPerson());
        Coverages.put(enrolment, 1, coverage).then().statusCode(204);
        Response asked = clinic.ask(card);
        Coverages.put(enrolment, 2, coverage.with("state", "SUSPENDED")).then().statusCode(204);

        recheck(clinic, asked.path("confirmationNumber"), asked.header("ETag"))
                .then()
                .statusCode(200)
                .body("validity", equalTo(4))
                .body("$", not(hasKey("coverage")));
        clinic.signedIn()
                .get("/confirmations/{number}/prescription", asked.<String>path("confirmationNumber"))
                .then()
                .body("retrieve", equalTo(false));
    }

    /** R7. */
    @Test
    void confirmationOfAnotherInstitutionIsAsIfThereWereNone() {
        String number = clinic.numberFor(card);
        Clinic stranger = Clinic.fresh();

        recheck(stranger, number, "*").then().statusCode(404).body("code", equalTo("confirmation-not-found"));
        stranger.signedIn()
                .get("/confirmations/{number}/prescription", number)
                .then()
                .statusCode(404);
        stranger.signedIn().get("/confirmations").then().body("items", empty());
    }

    /** R10. */
    @Test
    void electronicPrescriptionIsAllowedForAValidCardWithABranchAlone() {
        Coverages.link(card);
        Card withoutBranch = Card.fresh().branch(null);
        Coverages.link(withoutBranch);

        prescription(card)
                .then()
                .statusCode(200)
                .body("issue", equalTo(true))
                .body("register", equalTo(true))
                .body("retrieve", equalTo(true))
                .body("form", equalTo("ELECTRONIC"));
        for (Card other : new Card[] {withoutBranch, Card.fresh()}) {
            prescription(other)
                    .then()
                    .statusCode(200)
                    .body("issue", equalTo(false))
                    .body("register", equalTo(false))
                    .body("retrieve", equalTo(false))
                    .body("form", equalTo("PAPER"))
                    .body("reason", hasKey("ja"));
        }
    }

    @Test
    void confirmationsAreListedTheLatestFirstAndFoundByTheCallersOwnId() throws SQLException {
        String first = number(card.question().with("correlationId", "visit-1"));
        String second = number(card.question());
        String third = number(card.question().with("correlationId", "visit-1"));

        clinic.signedIn()
                .get("/confirmations")
                .then()
                .statusCode(200)
                .body("items.confirmationNumber", contains(third, second, first))
                .body("items[0].validity", equalTo(4))
                .body("items[0]", not(hasKey("coverage")));
        clinic.signedIn()
                .queryParam("correlationId", "visit-1")
                .get("/confirmations")
                .then()
                .body("items.confirmationNumber", contains(third, first));
        clinic.signedIn()
                .queryParam("correlationId", "visit-2")
                .get("/confirmations")
                .then()
                .body("items", empty());
        String next = clinic.signedIn()
                .queryParam("limit", 2)
                .get("/confirmations")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        clinic.signedIn()
                .queryParam("after", next)
                .get("/confirmations")
                .then()
                .body("items.confirmationNumber", contains(first))
                .body("$", not(hasKey("next")));
        clinic.signedIn()
                .queryParam("since", "2999-01-01T00:00:00+09:00")
                .get("/confirmations")
                .then()
                .body("items", empty());
        assertThat(new Ledger(postgres).looksAt(first)).hasSizeGreaterThan(1);
    }

    private String number(Body question) {
        return clinic.ask(question).then().statusCode(201).extract().path("confirmationNumber");
    }

    private Response prescription(Card asked) {
        return clinic.signedIn().get("/confirmations/{number}/prescription", clinic.numberFor(asked));
    }

    private static Response recheck(Clinic asking, String number, String ifNoneMatch) {
        return asking.signedIn().header("If-None-Match", ifNoneMatch).get("/confirmations/{number}/now", number);
    }
}
