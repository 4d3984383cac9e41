package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Certificates by which nobody, or not everything, can be asked about. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class CertificateObstacleTest {

    LocalPostgres postgres;

    @Inject
    CertificateKeys keys;

    private final Clinic clinic = Clinic.fresh();
    private final String person = Coverages.newPerson();
    private final Card card = Card.fresh();
    private final String serial = Certificates.freshSerial();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @ParameterizedTest
    @CsvSource({"REVOKED, certificate-revoked", "SUSPENDED, certificate-suspended"})
    void certificateThatIsNotInForceIsRefusedAndTheRefusalIsALook(String state, String code) throws SQLException {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        Certificates.post(certificates().said(serial, 2, person, state, today.plusYears(4)));

        clinic.askByCertificate(serial)
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

        clinic.askByCertificate(serial).then().statusCode(201).body("validity", equalTo(1));
    }

    @Test
    void cardThatNobodyBoundIsRefusedWithTheWayOn() {
        clinic.askByCertificate(serial).then().statusCode(422).body("code", equalTo("certificate-not-bound"));
    }

    /** An expired certificate serves to the end of the third month after the one in which it expired. */
    @Test
    void expiredCertificateServesForEligibilityAloneAndThenNoMore() {
        Coverages.link(Coverages.of(card, person));
        YearMonth inGrace = YearMonth.from(today).minusMonths(3);
        Certificates.post(certificates().said(serial, 1, person, "ACTIVE", inGrace.atDay(1)));

        clinic.askByCertificate(serial)
                .then()
                .statusCode(201)
                .body("validity", equalTo(1))
                .body("medicalInfoAllowed", equalTo(false))
                .body("prescription.form", equalTo("ELECTRONIC"))
                .body("notices.code", contains("CERTIFICATE_EXPIRED"))
                .body("notices[0].on", equalTo(inGrace.atDay(1).toString()));

        Certificates.post(certificates()
                .said(serial, 2, person, "ACTIVE", inGrace.minusMonths(1).atEndOfMonth()));
        clinic.askByCertificate(serial).then().statusCode(422).body("code", equalTo("certificate-expired"));
    }

    @Test
    void certificateThatExpiresSoonIsToldOfAndOneThatDoesNotIsNot() {
        Coverages.link(Coverages.of(card, person));
        Certificates.post(certificates().said(serial, 1, person, "ACTIVE", today));
        clinic.askByCertificate(serial)
                .then()
                .body("notices.code", contains("CERTIFICATE_EXPIRES"))
                .body("notices[0].on", equalTo(today.toString()))
                .body("medicalInfoAllowed", equalTo(true));

        Certificates.post(certificates()
                .said(serial, 2, person, "ACTIVE", today.plusMonths(3).plusDays(4)));
        clinic.askByCertificate(serial).then().statusCode(201).body("$", not(hasKey("notices")));
    }

    @Test
    void whatIsNoSerialNumberIsRefusedAndAQuestionByCardHasNone() {
        clinic.askByCertificate("no serial")
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
}
