package jp.shikaku.eligibility.confirmation;

import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Together;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class RepeatedQuestionTest {

    private static final int AT_ONCE = 16;

    LocalPostgres postgres;

    @TestHTTPResource(management = true)
    URI adminPort;

    private final Clinic clinic = Clinic.hana();
    private final String key = UUID.randomUUID().toString();

    @Test
    void sameKeyGivesTheFirstAnswerAgain() throws SQLException {
        Card card = Card.fresh();
        UUID enrolment = Coverages.link(card);
        String first = numberOf(card.question());

        Coverages.put(enrolment, 2, Coverages.of(card, Coverages.newPerson()).with("lost", "2021-04-01"))
                .then()
                .statusCode(204);

        clinic.ask(card.question(), key)
                .then()
                .statusCode(201)
                .body("confirmationNumber", equalTo(first))
                .body("validity", equalTo(1));
        assertThat(confirmationsUnderKey()).isEqualTo(1);
    }

    @Test
    void sameKeyWithAnotherQuestionIsRefused() throws SQLException {
        Card card = Card.fresh();
        Coverages.link(card);
        numberOf(card.question());

        for (Body other : new Body[] {
            card.branch("02").question(),
            card.question().with("asOf", "2020-01-01"),
            card.question().with("correlationId", "null"),
            card.born("1990-01-16").question()
        }) {
            clinic.ask(other, key)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("idempotency-key-reused"))
                    .body("$", not(hasKey("confirmationNumber")));
        }
        assertThat(confirmationsUnderKey()).isEqualTo(1);
    }

    @Test
    void sameKeyAtOnceMakesOneConfirmation() throws Exception {
        Card card = Card.fresh();
        Coverages.link(card);

        var numbers = Together.run(AT_ONCE, i -> numberOf(card.question()));

        assertThat(numbers).hasSize(AT_ONCE).containsOnly(numbers.get(0));
        assertThat(confirmationsUnderKey()).isEqualTo(1);
        assertThat(new Ledger(postgres).looksAt(numbers.get(0))).hasSize(AT_ONCE);
    }

    @Test
    void keyOfOneClinicMeansNothingToAnother() {
        Card card = Card.fresh();
        String mine = numberOf(card.question());

        String theirs = Clinic.another()
                .ask(card.question(), key)
                .then()
                .statusCode(201)
                .extract()
                .path("confirmationNumber");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void withoutKeyEachQuestionIsANewOne() throws SQLException {
        Card card = Card.fresh();
        long before = new Ledger(postgres).confirmations();

        assertThat(clinic.numberFor(card)).isNotEqualTo(clinic.numberFor(card));
        assertThat(new Ledger(postgres).confirmations()).isEqualTo(before + 2);
    }

    @Test
    void questionAboutTodayIsTheSameWhenRepeatedAfterMidnight() {
        Card card = Card.fresh();
        String first = numberOf(card.question());

        try {
            moveClock("PT24H");
            assertThat(numberOf(card.question())).isEqualTo(first);
        } finally {
            moveClock("PT0S");
        }
    }

    private String numberOf(Body question) {
        return clinic.ask(question, key).then().statusCode(201).extract().path("confirmationNumber");
    }

    private long confirmationsUnderKey() throws SQLException {
        return new Ledger(postgres).number("select count(*) from confirmation where idempotency_key = ?", key);
    }

    private void moveClock(String offset) {
        given().body(offset).put(adminPort.resolve("/clock-offset")).then().statusCode(204);
    }
}
