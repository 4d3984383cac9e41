package jp.shikaku.eligibility.confirmation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class ConfirmationTest {

    private final Clinic clinic = Clinic.hana();
    private final LocalDate today = JapanTime.today(Clock.systemUTC());

    @Test
    void jobChangeIsSeenFromTheDeskStepByStep() {
        String hanako = Coverages.newPerson();
        Card oldCard = Card.fresh();
        Card newCard = Card.fresh().at(Card.OTHER_INSURER);
        Body oldCoverage = Coverages.of(oldCard, hanako);
        UUID oldEnrolment = Coverages.link(oldCoverage);
        answer(clinic.ask(oldCard).then(), 1, "資格（有効）", "ELECTRONIC");

        LocalDate left = today.minusDays(9);
        Coverages.put(oldEnrolment, 2, oldCoverage.with("lost", left.toString()).with("lossReason", "03"))
                .then()
                .statusCode(204);
        answer(clinic.ask(oldCard).then(), 2, "資格（無効）", "PAPER")
                .body("coverage.lost", equalTo(left.toString()))
                .body("prescription.reason.ja", containsString("紙の処方箋"));
        answer(clinic.ask(newCard).then(), 4, "資格情報なし", "PAPER").body("$", not(hasKey("coverage")));

        Coverages.link(Coverages.of(newCard, hanako).with("acquired", left.toString()));
        answer(clinic.ask(newCard).then(), 1, "資格（有効）", "ELECTRONIC")
                .body("coverage.insurerNumber", equalTo(Card.OTHER_INSURER))
                .body("medicalInfoAllowed", equalTo(true));
        answer(clinic.ask(oldCard).then(), 3, "資格（無効）", "PAPER")
                .body("coverage.insurerNumber", equalTo(Card.INSURER))
                .body("medicalInfoAllowed", equalTo(false));
    }

    @Test
    void answerCarriesWhatTheDeskNeeds() {
        Card card = Card.fresh();
        Coverages.link(card);

        ValidatableResponse answer = clinic.ask(card.question().with("correlationId", "受付-0042"))
                .then()
                .statusCode(201)
                .body("asOf", equalTo(today.toString()))
                .body("display.en", equalTo("Eligibility (valid)"))
                .body("displayGuide", equalTo("/displays/valid"))
                .body("correlationId", equalTo("受付-0042"))
                .body("coverage.symbol", equalTo(card.symbol()))
                .body("coverage.number", equalTo(card.number()))
                .body("coverage.branch", equalTo("01"))
                .body("coverage.sex", equalTo("2"))
                .body("coverage.relation", equalTo("1"))
                .body("coverage.birthDate", equalTo(card.birthDate()))
                .body("coverage.acquired", equalTo("2020-04-01"))
                .body("coverage", not(hasKey("lost")))
                .body("coverage", not(hasKey("personKey")));

        String number = answer.extract().path("confirmationNumber");
        assertThat(number).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
        answer.header("Location", endsWith("/confirmations/" + number));
        OffsetDateTime askedAt = OffsetDateTime.parse(answer.extract().path("askedAt"));
        assertThat(askedAt.getOffset().getId()).isEqualTo("+09:00");
        assertThat(askedAt.toLocalDate()).isEqualTo(today);
    }

    @Test
    void deskSeesAllThatTheCardSays() {
        Card card = Card.fresh();
        Body content = Coverages.whole(card, Coverages.newPerson());
        Coverages.link(content);

        Map<String, Object> shown =
                clinic.ask(card).then().statusCode(201).extract().path("coverage");

        Map<String, Object> linked = new LinkedHashMap<>(content.fields());
        linked.keySet().removeAll(Set.of("personKey", "medicalInfoAllowed", "state"));
        assertThat(shown).isEqualTo(linked);
    }

    @Test
    void cardIsTheSameInFullAndHalfWidth() {
        Card card = Card.fresh();
        Coverages.link(card.inFullWidth());

        assertThat(card.inFullWidth().number()).isNotEqualTo(card.number());
        answer(clinic.ask(card).then(), 1, "資格（有効）", "ELECTRONIC")
                .body("coverage.symbol", equalTo(card.inFullWidth().symbol()));
        answer(clinic.ask(card.inFullWidth()).then(), 1, "資格（有効）", "ELECTRONIC");
        answer(clinic.ask(card.branch("1")).then(), 1, "資格（有効）", "ELECTRONIC");
    }

    @Test
    void anotherBirthDateFindsNobody() {
        Card card = Card.fresh();
        Coverages.link(card);

        answer(clinic.ask(card.born("1990-01-16")).then(), 4, "資格情報なし", "PAPER").body("$", not(hasKey("coverage")));
    }

    @Test
    void twinsAreToldApartByTheirBranchOnly() {
        Card card = Card.fresh();
        Coverages.link(card.branch("01"));
        Coverages.link(card.branch("02"));

        answer(clinic.ask(card.branch(null)).then(), 5, "複数該当", "PAPER").body("$", not(hasKey("coverage")));
        answer(clinic.ask(card.branch("02")).then(), 1, "資格（有効）", "ELECTRONIC").body("coverage.branch", equalTo("02"));
    }

    @Test
    void withoutBranchOnRecordThePrescriptionIsOnPaper() {
        Card card = Card.fresh();
        Coverages.link(card.branch(null));

        answer(clinic.ask(card).then(), 1, "資格（有効）", "PAPER").body("prescription.reason.ja", containsString("枝番"));
    }

    @Test
    void answerIsAboutTheDayAskedAbout() {
        Card card = Card.fresh();
        Coverages.link(Coverages.of(card, Coverages.newPerson())
                .with("acquired", "2024-04-01")
                .with("lost", "2025-04-01"));

        assertValidity(card, "2024-03-31", 2);
        assertValidity(card, "2024-04-01", 1);
        assertValidity(card, "2025-03-31", 1);
        assertValidity(card, "2025-04-01", 2);
        assertValidity(card, "2124-04-01", 2);
    }

    @Test
    void medicalInformationMayBeWithheldFromAValidCard() {
        Card card = Card.fresh();
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("medicalInfoAllowed", false));

        answer(clinic.ask(card).then(), 1, "資格（有効）", "ELECTRONIC").body("medicalInfoAllowed", equalTo(false));
    }

    private void assertValidity(Card card, String asOf, int validity) {
        clinic.ask(card.question().with("asOf", asOf))
                .then()
                .statusCode(201)
                .body("asOf", equalTo(asOf))
                .body("validity", equalTo(validity));
    }

    private static ValidatableResponse answer(
            ValidatableResponse response, int validity, String display, String prescription) {
        return response.statusCode(201)
                .body("validity", equalTo(validity))
                .body("display.ja", equalTo(display))
                .body("prescription.form", equalTo(prescription));
    }
}
