package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Certificates;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Test
    void holderIsAnsweredWithTheCoverageOfThatDay() {
        Card former = Card.fresh().at(Card.OTHER_INSURER);
        Coverages.link(Coverages.of(former, person).with("lost", "2024-04-01").with("lossReason", "03"));
        Coverages.link(Coverages.of(card, person).with("acquired", "2024-04-01"));
        certificates().bind(serial, person);

        ask(serial)
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("validity", equalTo(1))
                .body("coverage.insurerNumber", equalTo(card.insurerNumber()))
                .body("coverage.number", equalTo(card.number()))
                .body("prescription.form", equalTo("ELECTRONIC"))
                .body("medicalInfoAllowed", equalTo(true))
                .body("$", not(hasKey("notices")));
        ask(new Body(Map.of("certificateSerial", serial, "asOf", "2024-03-31")))
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

        ask(serial)
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

        Map<String, Object> suspended = ask(serial).path("$");
        Map<String, Object> nobody = ask(bare).path("$");

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

        ask("00:" + serial.toLowerCase(Locale.ROOT)).then().statusCode(201).body("validity", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"REVOKED, certificate-revoked", "SUSPENDED, certificate-suspended"})
    void certificateThatIsNotInForceIsRefusedAndTheRefusalIsALook(String state, String code) throws SQLException {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        Certificates.post(certificates().said(serial, 2, person, state, today.plusYears(4)));

        ask(serial)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("nextStep", notNullValue())
                .body("$", not(hasKey("coverage")));

        List<Map<String, Object>> looks = new Ledger(postgres).rows("select * from look where person_key = ?", person);
        assertThat(looks).singleElement().satisfies(look -> assertThat(look)
                .containsEntry("purpose", "CONFIRMATION")
                .containsEntry("actor_id", clinic.code())
                .containsEntry("confirmation_number", null)
                .containsEntry("coverage_shown", false));
    }

    @Test
    void suspensionEndsWhenTheAuthoritySaysSo() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        Certificates.post(certificates().said(serial, 2, person, "SUSPENDED", today.plusYears(4)));
        Certificates.post(certificates().said(serial, 3, person, "ACTIVE", today.plusYears(4)));

        ask(serial).then().statusCode(201).body("validity", equalTo(1));
    }

    @Test
    void cardThatNobodyBoundIsRefusedWithTheWayOn() {
        ask(serial).then().statusCode(422).body("code", equalTo("certificate-not-bound"));
    }

    /** An expired certificate serves to the end of the third month after the one in which it expired. */
    @Test
    void expiredCertificateServesForEligibilityAloneAndThenNoMore() {
        Coverages.link(Coverages.of(card, person));
        YearMonth inGrace = YearMonth.from(today).minusMonths(3);
        Certificates.post(certificates().said(serial, 1, person, "ACTIVE", inGrace.atDay(1)));

        ask(serial)
                .then()
                .statusCode(201)
                .body("validity", equalTo(1))
                .body("medicalInfoAllowed", equalTo(false))
                .body("prescription.form", equalTo("ELECTRONIC"))
                .body("notices.code", contains("CERTIFICATE_EXPIRED"))
                .body("notices[0].on", equalTo(inGrace.atDay(1).toString()));

        Certificates.post(certificates()
                .said(serial, 2, person, "ACTIVE", inGrace.minusMonths(1).atEndOfMonth()));
        ask(serial).then().statusCode(422).body("code", equalTo("certificate-expired"));
    }

    @Test
    void certificateThatExpiresSoonIsToldOfAndOneThatDoesNotIsNot() {
        Coverages.link(Coverages.of(card, person));
        Certificates.post(certificates().said(serial, 1, person, "ACTIVE", today));
        ask(serial)
                .then()
                .body("notices.code", contains("CERTIFICATE_EXPIRES"))
                .body("notices[0].on", equalTo(today.toString()))
                .body("medicalInfoAllowed", equalTo(true));

        Certificates.post(certificates()
                .said(serial, 2, person, "ACTIVE", today.plusMonths(3).plusDays(4)));
        ask(serial).then().statusCode(201).body("$", not(hasKey("notices")));
    }

    /** R6, R7: the record of the look, the person's own history, and nobody else's confirmation. */
    @Test
    void everyAnswerLeavesALookThatThePersonCanSee() throws SQLException {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        String number = ask(serial).path("confirmationNumber");
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
        ask(serial).then().statusCode(201);

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
    void wrongBindingThatWasCorrectedShowsTheFormerPersonNoMore() {
        String wrong = Coverages.newPerson();
        Coverages.link(Coverages.of(Card.fresh(), wrong));
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, wrong);
        String number = ask(serial).path("confirmationNumber");

        Certificates.post(certificates().said(serial, 2, person, "ACTIVE", today.plusYears(4)));

        clinic.reread(number)
                .then()
                .body("notices.code", contains("NO_LONGER_SHOWN"))
                .body("$", not(hasKey("coverage")));
        now(number).then().statusCode(200).body("coverage.number", equalTo(card.number()));
    }

    @Test
    void renewedCertificateIsAnotherOneOfTheSamePerson() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        String number = ask(serial).path("confirmationNumber");
        String renewed = Certificates.freshSerial();
        certificates().bind(renewed, person);
        Certificates.post(certificates().said(serial, 2, person, "REVOKED", today.plusYears(4)));

        ask(renewed).then().statusCode(201).body("validity", equalTo(1));
        ask(serial).then().statusCode(422);
        clinic.reread(number).then().statusCode(200).body("coverage.number", equalTo(card.number()));
        now(number).then().statusCode(422).body("code", equalTo("certificate-revoked"));
    }

    @Test
    void repeatedQuestionGetsTheFirstAnswerAndAnotherOneIsRefused() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        String other = Certificates.freshSerial();
        certificates().bind(other, Coverages.newPerson());
        String key = Watching.newKey();

        String first = ask(new Body(Map.of("certificateSerial", serial)), key).path("confirmationNumber");
        ask(new Body(Map.of("certificateSerial", serial)), key)
                .then()
                .statusCode(201)
                .body("confirmationNumber", equalTo(first));
        ask(new Body(Map.of("certificateSerial", other)), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void watcherIsToldWhenTheHoldersCoverageIsLinked() {
        certificates().bind(serial, person);
        String number =
                ask(serial).then().body("validity", equalTo(4)).extract().path("confirmationNumber");
        Watching watching = new Watching(clinic);
        String watch = watching.open(number).then().statusCode(201).extract().path("id");

        Coverages.link(Coverages.of(card, person));

        await().untilAsserted(() -> watching.get(watch).then().body("state", equalTo("FULFILLED")));
        now(number).then().body("validity", equalTo(1));
        clinic.signedIn()
                .get("/confirmations/{number}/prescription", number)
                .then()
                .statusCode(200)
                .body("issue", equalTo(true));
    }

    @Test
    void hotlineGoesOnAskingByThePerson() {
        certificates().bind(serial, person);
        String number = ask(serial).path("confirmationNumber");

        Hotline.standing(number)
                .then()
                .statusCode(200)
                .body("shown.validity", equalTo(4))
                .body("personKey", equalTo(person))
                .body("subjectKey", nullValue());
    }

    @Test
    void lateAndRepeatedBindingsChangeNothing() {
        Certificates certificates = certificates();
        LocalDate later = today.plusYears(4);

        Certificates.post(
                        certificates.said(serial, 2, person, "ACTIVE", later),
                        certificates.said(serial, 1, person, "REVOKED", later))
                .then()
                .body("outcomes", contains("APPLIED", "STALE"));
        Certificates.post(
                        certificates.said(serial, 2, person, "ACTIVE", later),
                        certificates.said(serial, 2, person, "REVOKED", later),
                        certificates.said(serial, 1, person, "REVOKED", later))
                .then()
                .body("outcomes", contains("APPLIED_BEFORE", "CONFLICT", "STALE"));
        ask(serial).then().statusCode(201);
    }

    @Test
    void whatIsNoSerialNumberIsRefusedAndAQuestionByCardHasNone() {
        ask("no serial")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/certificateSerial"))
                .body("errors.code", contains("certificate-serial-format"));
        clinic.ask(new Body(Map.of("certificateSerial", serial)))
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    private Certificates certificates() {
        return new Certificates(keys);
    }

    private Response ask(String certificateSerial) {
        return ask(new Body(Map.of("certificateSerial", certificateSerial)));
    }

    private Response ask(Body question) {
        return clinic.signedIn()
                .contentType(ContentType.JSON)
                .body(question.fields())
                .post("/certificate-confirmations");
    }

    private Response ask(Body question, String idempotencyKey) {
        return clinic.signedIn()
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(question.fields())
                .post("/certificate-confirmations");
    }

    private Response now(String number) {
        return clinic.signedIn().get("/confirmations/{number}/now", number);
    }
}
