package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Certificates;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static jp.shikaku.eligibility.fhir.FhirClient.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

/** A patient who is named by the individual-number card in the reader, and not by the numbers of an insurance. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FhirByCertificateTest {

    private static final String IDENTIFIER = "{\"system\": \"urn:shikaku:certificate-serial\", \"value\": \"%s\"}";

    @Inject
    CertificateKeys keys;

    private final FhirClient fhir = new FhirClient(Clinic.fresh());
    private final Card card = Card.fresh();
    private final String person = Coverages.newPerson();
    private final String serial = Certificates.freshSerial();

    @BeforeEach
    void hanakoIsCovered() {
        Coverages.link(Coverages.whole(card, person));
        new Certificates(keys).bind(serial, person);
    }

    /** With the reference itself, or in a patient who is sent along. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"patient\": {\"type\": \"Patient\", \"identifier\": %s}",
                "\"contained\": [{\"resourceType\": \"Patient\", \"id\": \"p\", \"identifier\": [{\"value\": \"1\"}, %s]}],"
                        + " \"patient\": {\"reference\": \"#p\"}"
            })
    void holderIsAnsweredAndTheSerialNumberIsNotRepeated(String patient) {
        Response answer = fhir.submit(request(patient.formatted(IDENTIFIER.formatted(serial)), ""));

        valid(answer)
                .body("outcome", equalTo("complete"))
                .body("insurance.inforce", contains(true))
                .body("insurer.identifier.value", equalTo(card.insurerNumber()))
                .body("patient.identifier.value", startsWith(card.insurerNumber() + ":"))
                .body("insurance[0].item[0].benefit[0].allowedUnsignedInt", equalTo(30))
                .body("extension.valueCode", hasItem("ELECTRONIC"));
        assertThat(answer.asString()).doesNotContain(serial);
        valid(fhir.signedIn().get("/fhir/CoverageEligibilityResponse/{id}", answer.<String>path("id")))
                .body("outcome", equalTo("complete"));
    }

    @Test
    void repeatedRequestGetsTheFirstAnswerAndAnotherUnderItsKeyIsRefused() {
        String request = request("\"patient\": {\"identifier\": " + IDENTIFIER.formatted(serial) + "}", "");
        String other = request.replace(serial, Certificates.freshSerial());
        String key = "key-" + serial;
        String first = fhir.submit(request, key).path("id");

        assertThat(fhir.submit(request, key).<String>path("id")).isEqualTo(first);
        fhir.submit(other, "other-" + serial).then().statusCode(422);
    }

    @Test
    void certificateThatCannotBeUsedSaysWhyAndWhatToDo() {
        Certificates.post(new Certificates(keys)
                .said(serial, 2, person, "REVOKED", LocalDate.now().plusYears(4)));

        FhirClient.refused(ask(serial), 422, "business-rule")
                .body("issue[0].details.coding.code", hasItem("certificate-revoked"));
        FhirClient.refused(ask(Certificates.freshSerial()), 422, "business-rule")
                .body("issue[0].details.coding.code", hasItem("certificate-not-bound"));
    }

    @Test
    void cardBesideTheCertificateIsRefusedAtItsPlace() {
        String insurance = ", \"insurance\": [{\"coverage\": {\"identifier\": {\"system\":"
                + " \"http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID\", \"value\": \"%s\"}}}]"
                        .formatted(FhirClient.memberId(card));

        FhirClient.refused(
                        fhir.submit(request(
                                "\"patient\": {\"identifier\": " + IDENTIFIER.formatted(serial) + "}", insurance)),
                        422,
                        "value")
                .body("issue[0].details.coding.code", hasItem("card-or-certificate"))
                .body("issue[0].expression", contains("insurance"));
    }

    @Test
    void serialNumberThatIsNoneIsRefusedAtThePatient() {
        FhirClient.refused(ask("xyz"), 422, "value").body("issue[0].expression", contains("patient"));
    }

    private Response ask(String number) {
        return fhir.submit(request("\"patient\": {\"identifier\": " + IDENTIFIER.formatted(number) + "}", ""));
    }

    private static String request(String patient, String insurance) {
        return """
                {"resourceType": "CoverageEligibilityRequest", "id": "req-1", "status": "active",
                 "purpose": ["validation", "benefits"], "created": "2026-04-01", "insurer": {"display": "insurer"},
                 %s%s}"""
                .formatted(patient, insurance);
    }
}
