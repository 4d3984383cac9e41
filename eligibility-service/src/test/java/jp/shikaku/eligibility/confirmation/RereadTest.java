package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class RereadTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();

    @Test
    void clinicReadsItsOwnConfirmationAsItWasAnswered() {
        Card card = Card.fresh();
        Coverages.link(card);
        Response answered =
                clinic.ask(card.question().with("asOf", "2024-05-01").with("correlationId", "c-1"));

        String number = answered.then().statusCode(201).extract().path("confirmationNumber");
        assertThat(clinic.reread(number).then().statusCode(200).extract().asString())
                .isEqualTo(answered.asString());
    }

    @Test
    void anotherClinicLearnsNotEvenThatItExists() {
        Card card = Card.fresh();
        Coverages.link(card);
        String number = clinic.numberFor(card);
        String unused = ConfirmationNumber.ofBits(0x0FFF_FFFF_FFFF_FFFFL).display();

        String theirs = refused(Clinic.another().reread(number));
        String nobodys = refused(Clinic.another().reread(unused));
        assertThat(withoutInstance(theirs)).isEqualTo(withoutInstance(nobodys));
    }

    @Test
    void numberIsForgivenItsTyping() throws SQLException {
        Card card = Card.fresh();
        String written = ConfirmationNumber.ofBits(0b00001_00000_00010).display();
        rename(clinic.numberFor(card), written);

        assertThat(written).startsWith("0000-0000-0102");
        for (String typed : new String[] {
            written.toLowerCase(Locale.ROOT),
            written.replace("-", ""),
            written.replace("-", " "),
            written.replace('0', 'O').replace('1', 'I'),
            written.replace('0', 'o').replace('1', 'l')
        }) {
            clinic.reread(typed).then().statusCode(200).body("confirmationNumber", equalTo(written));
        }
    }

    @Test
    void wrongCheckCharacterIsNoNumber() {
        String number = clinic.numberFor(Card.fresh());
        char last = number.charAt(number.length() - 1);
        String wrong = number.substring(0, number.length() - 1) + (last == '7' ? '8' : '7');

        refused(clinic.reread(wrong));
        refused(clinic.reread("0000-0000-00000"));
        refused(clinic.reread("照会番号"));
        Hotline.standing(wrong).then().statusCode(404).body("code", equalTo("confirmation-not-found"));
    }

    @Test
    void correctedCardDoesNotShowThroughAnEarlierAnswer() {
        Card asPrinted = Card.fresh();
        Body content = Coverages.of(asPrinted, Coverages.newPerson());
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(asPrinted);

        Coverages.put(enrolment, 2, content.with("birthDate", "1991-02-16"))
                .then()
                .statusCode(204);

        clinic.reread(number)
                .then()
                .statusCode(200)
                .body("validity", equalTo(1))
                .body("$", not(hasKey("coverage")));
    }

    @Test
    void coverageThatBecameAnotherPersonsDoesNotShowEither() {
        Card card = Card.fresh();
        UUID enrolment = Coverages.link(card);
        String number = clinic.numberFor(card);

        Coverages.put(enrolment, 2, Coverages.of(card, Coverages.newPerson()))
                .then()
                .statusCode(204);

        clinic.reread(number).then().statusCode(200).body("$", not(hasKey("coverage")));
    }

    @Test
    void hotlineIsToldHowItStandsAndNothingOfThePerson() {
        Card card = Card.fresh();
        String person = Coverages.newPerson();
        Body content = Coverages.of(card, person);
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        Coverages.put(enrolment, 2, content.with("lost", "2021-04-01")).then().statusCode(204);

        String standing = Hotline.standing(number)
                .then()
                .statusCode(200)
                .body("shown.validity", equalTo(1))
                .body("shown.prescription.form", equalTo("ELECTRONIC"))
                .body("now.validity", equalTo(2))
                .body("now.prescription.form", equalTo("PAPER"))
                .body("personKey", equalTo(person))
                .extract()
                .asString();
        assertThat(standing).doesNotContain(card.symbol(), card.number(), card.birthDate(), "見本", "ミホン", "2020-04-01");
    }

    @Test
    void hotlineLearnsThePersonOfACardThatWasCorrectedMeanwhile() {
        Card asPrinted = Card.fresh();
        String person = Coverages.newPerson();
        Body content = Coverages.of(asPrinted, person);
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(asPrinted);

        Coverages.put(enrolment, 2, content.with("symbol", "見本700001")).then().statusCode(204);

        Hotline.standing(number)
                .then()
                .statusCode(200)
                .body("now.validity", equalTo(4))
                .body("personKey", equalTo(person));
    }

    @Test
    void hotlineIsToldNoPersonWhenSeveralMatchByNow() {
        Card card = Card.fresh().branch(null);
        Coverages.link(card);
        String number = clinic.numberFor(card);

        Coverages.link(card);

        Hotline.standing(number)
                .then()
                .statusCode(200)
                .body("now.validity", equalTo(5))
                .body("$", not(hasKey("personKey")));
    }

    private void rename(String number, String other) throws SQLException {
        new Ledger(postgres)
                .execute("update confirmation set confirmation_number = '%s' where confirmation_number = '%s'"
                        .formatted(other.replace("-", ""), number.replace("-", "")));
    }

    private static String refused(Response response) {
        return response.then()
                .statusCode(404)
                .body("code", equalTo("confirmation-not-found"))
                .extract()
                .asString();
    }

    private static String withoutInstance(String problem) {
        return problem.replaceAll("urn:uuid:[0-9a-f-]{36}", "");
    }
}
