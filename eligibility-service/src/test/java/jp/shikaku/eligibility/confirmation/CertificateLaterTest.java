package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Certificates;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What becomes of an answer by certificate, and of the certificate, after it was given. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class CertificateLaterTest {

    @Inject
    CertificateKeys keys;

    private final Clinic clinic = Clinic.fresh();
    private final String person = Coverages.newPerson();
    private final Card card = Card.fresh();
    private final String serial = Certificates.freshSerial();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Test
    void wrongBindingThatWasCorrectedShowsTheFormerPersonNoMore() {
        String wrong = Coverages.newPerson();
        Coverages.link(Coverages.of(Card.fresh(), wrong));
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, wrong);
        String number = clinic.askByCertificate(serial).path("confirmationNumber");

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
        String number = clinic.askByCertificate(serial).path("confirmationNumber");
        String renewed = Certificates.freshSerial();
        certificates().bind(renewed, person);
        Certificates.post(certificates().said(serial, 2, person, "REVOKED", today.plusYears(4)));

        clinic.askByCertificate(renewed).then().statusCode(201).body("validity", equalTo(1));
        clinic.askByCertificate(serial).then().statusCode(422);
        clinic.reread(number).then().statusCode(200).body("coverage.number", equalTo(card.number()));
        now(number).then().statusCode(422).body("code", equalTo("certificate-revoked"));
    }

    @Test
    void watcherIsToldWhenTheHoldersCoverageIsLinked() {
        certificates().bind(serial, person);
        String number = clinic.askByCertificate(serial)
                .then()
                .body("validity", equalTo(4))
                .extract()
                .path("confirmationNumber");
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
        String number = clinic.askByCertificate(serial).path("confirmationNumber");

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
        clinic.askByCertificate(serial).then().statusCode(201);
    }

    private Certificates certificates() {
        return new Certificates(keys);
    }

    private Response now(String number) {
        return clinic.signedIn().get("/confirmations/{number}/now", number);
    }
}
