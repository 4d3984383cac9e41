package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Certificates;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Asking by individual-number card, over HTTP. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class CertificateConfirmationTest {

    LocalPostgres postgres;

    @Inject
    CertificateKeys keys;

    private final Clinic clinic = Clinic.fresh();
    private final String person = Coverages.newPerson();
    private final Card card = Card.fresh();
    private final String serial = Certificates.freshSerial();

    @Test
    void holderIsAnsweredWithTheCoverageOfThatDay() {
        Card former = Card.fresh().at(Card.OTHER_INSURER);
        Coverages.link(Coverages.of(former, person).with("lost", "2024-04-01").with("lossReason", "03"));
        Coverages.link(Coverages.of(card, person).with("acquired", "2024-04-01"));
        certificates().bind(serial, person);

        clinic.askByCertificate(serial)
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("validity", equalTo(1))
                .body("coverage.insurerNumber", equalTo(card.insurerNumber()))
                .body("coverage.number", equalTo(card.number()))
                .body("prescription.form", equalTo("ELECTRONIC"))
                .body("medicalInfoAllowed", equalTo(true))
                .body("$", not(hasKey("notices")));
        clinic.askByCertificate(new Body(Map.of("certificateSerial", serial, "asOf", "2024-03-31")))
                .then()
                .body("validity", equalTo(1))
                .body("coverage.insurerNumber", equalTo(Card.OTHER_INSURER));
    }

    /** R4 */
    @Test
    void ofTwoCoveragesAtOnceNoneIsChosenOrShown() {
        Coverages.link(Coverages.of(card, person));
        Coverages.link(Coverages.of(Card.fresh(), person));
        certificates().bind(serial, person);

        clinic.askByCertificate(serial)
                .then()
                .statusCode(201)
                .body("validity", equalTo(5))
                .body("reason.code", equalTo("SEVERAL_COVERAGES"))
                .body("deskSteps[0].code", equalTo("ASK_BY_INSURANCE"))
                .body("prescription.form", equalTo("PAPER"))
                .body("$", not(hasKey("coverage")));
    }

    /** R1: suspended, and as if it had never been there. */
    @Test
    void holderOfASuspendedCoverageIsAnsweredAsOneWithoutAny() {
        String other = Coverages.newPerson();
        Coverages.link(Coverages.of(card, person).with("state", "SUSPENDED"));
        certificates().bind(serial, person);
        String bare = Certificates.freshSerial();
        certificates().bind(bare, other);

        Map<String, Object> suspended = clinic.askByCertificate(serial).path("$");
        Map<String, Object> nobody = clinic.askByCertificate(bare).path("$");

        assertThat(suspended).containsEntry("validity", 4).doesNotContainKeys("coverage", "patientShare");
        for (Map<String, Object> answer : List.of(suspended, nobody)) {
            answer.keySet().removeAll(List.of("confirmationNumber", "askedAt"));
        }
        assertThat(suspended).isEqualTo(nobody);
    }

    @Test
    void readersWriteOneSerialNumberInManyWays() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);

        clinic.askByCertificate("00:" + serial.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(201)
                .body("validity", equalTo(1));
    }

    /** R6, R7: the record of the look, the person's own history, and nobody else's confirmation. */
    @Test
    void everyAnswerLeavesALookThatThePersonCanSee() throws SQLException {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        String number = clinic.askByCertificate(serial).path("confirmationNumber");
        clinic.reread(number).then().statusCode(200).body("coverage.number", equalTo(card.number()));
        Clinic.another().reread(number).then().statusCode(404);

        List<Map<String, Object>> looks = new Ledger(postgres).looksAt(number);

        assertThat(looks)
                .extracting(look -> look.get("purpose"))
                .containsExactly("CONFIRMATION", "CONFIRMATION_REREAD");
        assertThat(looks).allSatisfy(look -> assertThat(look)
                .containsEntry("person_key", person)
                .containsEntry("subject_key", null)
                .containsEntry("enrolment_id", enrolment)
                .containsEntry("coverage_shown", true));
    }

    /** R5, and the serial number is not kept either. */
    @Test
    void serialNumberIsInNoTable() throws SQLException {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        clinic.askByCertificate(serial).then().statusCode(201);

        Ledger ledger = new Ledger(postgres);
        for (String table : List.of("certificate", "confirmation", "look", "coverage")) {
            assertThat(ledger.number("select count(*) from " + table + " t where t::text ilike ?", "%" + serial + "%"))
                    .as(table)
                    .isZero();
        }
        assertThat(ledger.number("select count(*) from certificate t where t::text like ?", "%" + person + "%"))
                .as("the search finds what is there")
                .isEqualTo(1);
    }

    @Test
    void repeatedQuestionGetsTheFirstAnswerAndAnotherOneIsRefused() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        String other = Certificates.freshSerial();
        certificates().bind(other, Coverages.newPerson());
        String key = Watching.newKey();

        String first = clinic.askByCertificate(new Body(Map.of("certificateSerial", serial)), key)
                .path("confirmationNumber");
        clinic.askByCertificate(new Body(Map.of("certificateSerial", serial)), key)
                .then()
                .statusCode(201)
                .body("confirmationNumber", equalTo(first));
        clinic.askByCertificate(new Body(Map.of("certificateSerial", other)), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private Certificates certificates() {
        return new Certificates(keys);
    }
}
