package jp.shikaku.eligibility.fhir;

import java.time.Clock;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static jp.shikaku.eligibility.fhir.FhirClient.valid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** A {@code CoverageEligibilityRequest} goes in, a {@code CoverageEligibilityResponse} comes out. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FhirEligibilityTest {

    private final Clinic clinic = Clinic.hana();
    private final FhirClient fhir = new FhirClient(clinic);
    private final Card card = Card.fresh();
    private final String today = JapanTime.today(Clock.systemUTC()).toString();

    @Test
    void validCardIsInForceWithItsCoverageAndItsShare() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));

        valid(fhir.submit(FhirClient.request(card)))
                .body("resourceType", equalTo("CoverageEligibilityResponse"))
                .body("status", equalTo("active"))
                .body("outcome", equalTo("complete"))
                .body("purpose", contains("validation", "benefits"))
                .body("servicedDate", equalTo(today))
                .body("request.reference", equalTo("CoverageEligibilityRequest/req-1"))
                .body("requestor.identifier.value", equalTo(clinic.code()))
                .body("insurer.identifier.value", equalTo(card.insurerNumber()))
                .body("insurance.inforce", contains(true))
                .body("insurance[0].coverage.reference", equalTo("#coverage"))
                .body("insurance[0].benefitPeriod.start", equalTo("2020-04-01"))
                .body("insurance[0].benefitPeriod.end", equalTo("2099-03-31"))
                .body("insurance[0].item[0].benefit[0].allowedUnsignedInt", equalTo(30))
                .body("contained.find { it.resourceType == 'Patient' }.gender", equalTo("female"))
                .body("contained.find { it.resourceType == 'Coverage' }.dependent", equalTo("01"))
                .body("contained.find { it.resourceType == 'Coverage' }.status", equalTo("active"))
                .body("extension.valueCode", hasItem("ELECTRONIC"))
                .body("error", nullValue());
    }

    @Test
    void withoutBenefitsAskedForNoneAreTold() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));

        valid(fhir.submit(FhirClient.request(card).replace(", \"benefits\"", "")))
                .body("insurance[0].inforce", equalTo(true))
                .body("insurance[0]", not(hasKey("item")));
    }

    @Test
    void lostCardIsNotInForceAndEndsOnTheDayBefore() {
        Coverages.link(Coverages.of(card, Coverages.newPerson())
                .with("lost", "2024-04-01")
                .with("lossReason", "03"));

        valid(fhir.submit(FhirClient.request(card)))
                .body("outcome", equalTo("complete"))
                .body("insurance.inforce", contains(false))
                .body("insurance[0].benefitPeriod.end", equalTo("2024-03-31"))
                .body("contained.find { it.resourceType == 'Coverage' }.status", equalTo("cancelled"))
                .body("disposition", startsWith("資格（無効）"))
                .body("extension.valueCode", hasItem("PAPER"));
        valid(fhir.submit(serviced("\"servicedDate\": \"2024-03-31\"")))
                .body("servicedDate", equalTo("2024-03-31"))
                .body("insurance.inforce", contains(true));
    }

    /** What an answer says at {@code /confirmations} it says here, too. */
    @Test
    void reasonStepsShareAndNoticesAreTold() {
        valid(fhir.submit(FhirClient.request(card)))
                .body(extension("reason") + ".valueCodeableConcept.coding[0].code", equalTo("NOTHING_FOUND"))
                .body(extension("desk-step") + ".valueCodeableConcept.coding[0].code", equalTo("CHECK_INPUT"))
                .body(extension("patient-share") + ".valueRange.high.value", equalTo(30))
                .body("extension.findAll { it.url == 'urn:shikaku:fhir:desk-step' }.size()", equalTo(8));

        String soon = JapanTime.today(Clock.systemUTC()).plusDays(3).toString();
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("lost", soon));
        valid(fhir.submit(FhirClient.request(card)))
                .body(
                        extension("notice") + ".extension[0].valueCodeableConcept.coding[0].code",
                        equalTo("COVERAGE_ENDS"))
                .body(extension("notice") + ".extension[1].valueDate", equalTo(soon))
                .body(extension("good-until") + ".valueDateTime", endsWith("T00:00:00+09:00"))
                .body(extension("reason"), nullValue());
    }

    private static String extension(String name) {
        return "extension.find { it.url == 'urn:shikaku:fhir:" + name + "' }";
    }

    /** FHIR: in force for the whole duration of the service. */
    @ParameterizedTest
    @CsvSource({"2024-03-31,true", "2024-04-01,false"})
    void periodOfCareIsInForceToItsEndOrNot(String end, boolean inForce) {
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("lost", "2024-04-01"));

        valid(fhir.submit(serviced("\"servicedPeriod\": {\"start\": \"2024-03-01\", \"end\": \"" + end + "\"}")))
                .body("servicedPeriod.start", equalTo("2024-03-01"))
                .body("servicedPeriod.end", equalTo(end))
                .body("insurance.inforce", contains(inForce));
    }

    /** R4, and: that nothing was found is not that something is not in force. */
    @Test
    void nothingAndSeveralAreErrorsAndSayNothingOfForce() {
        valid(fhir.submit(FhirClient.request(card)))
                .body("outcome", equalTo("error"))
                .body("error[0].code.coding[0].code", equalTo("4"))
                .body("$", not(hasKey("insurance")))
                .body("$", not(hasKey("contained")));

        Coverages.link(card.branch("01"));
        Coverages.link(card.branch("02"));

        valid(fhir.submit(FhirClient.request(card.branch(null))))
                .body("outcome", equalTo("error"))
                .body("error[0].code.coding[0].code", equalTo("5"))
                .body("$", not(hasKey("contained")));
    }

    @Test
    void cardMayBeInTheExtensionsOfJpCoreWithTheInsurerAtThePayor() {
        Card national = card.at("138057");
        Coverages.link(national);
        String request = FhirClient.request(national)
                .replaceFirst(
                        "\"identifier\": \\[\\{[^]]*]",
                        """
                        "extension": [
                          {"url": "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSymbol", "valueString": "%s"},
                          {"url": "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonNumber", "valueString": "%s"},
                          {"url": "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSubNumber", "valueString": "01"}]"""
                                .formatted(national.symbol(), national.number()))
                .replace(
                        "\"payor\": [{\"display\": \"insurer\"}]",
                        "\"payor\": [{\"identifier\": {\"system\": \"urn:oid:1.2.392.100495.20.3.61\", \"value\": \"138057\"}}]");

        valid(fhir.submit(request))
                .body("insurance.inforce", contains(true))
                .body(
                        "contained.find { it.resourceType == 'Coverage' }.identifier[0].value",
                        equalTo("00138057:" + national.symbol() + ":" + national.number() + ":01"))
                .body("contained.find { it.resourceType == 'Coverage' }.type.coding[0].code", equalTo("2"));
    }

    @Test
    void patientAndCoverageMayComeInABundleOrAsParameters() {
        Coverages.link(card);
        String bundle =
                """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"fullUrl": "urn:uuid:1", "resource": {"resourceType": "Patient", "birthDate": "%s"}},
                  {"resource": {"resourceType": "Coverage", "id": "7", "identifier": [
                     {"system": "http://jpfhir.jp/fhir/core/Idsystem/JP_Insurance_SubscriberCsvID",
                      "value": "\\"%s\\",\\"%s\\",\\"%s\\",\\"01\\""}]}},
                  {"resource": {"resourceType": "CoverageEligibilityRequest", "status": "active", "purpose": ["validation"],
                     "patient": {"reference": "urn:uuid:1"}, "insurance": [{"coverage": {"reference": "Coverage/7"}}]}}]}"""
                        .formatted(card.birthDate(), card.insurerNumber(), card.symbol(), card.number());

        valid(fhir.submit(bundle))
                .body("insurance.inforce", contains(true))
                .body("patient.reference", equalTo("urn:uuid:1"));
        valid(fhir.submit("{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"resource\", \"resource\": "
                        + FhirClient.request(card) + "}]}"))
                .body("insurance.inforce", contains(true));
    }

    /** Servers and clients disagree on whether the dollar sign of an operation is escaped. */
    @Test
    void dollarSignMayBeEscaped() {
        Coverages.link(card);

        valid(fhir.sending(FhirClient.request(card)).post("/fhir/CoverageEligibilityRequest/$submit"))
                .body("insurance.inforce", contains(true));
    }

    @Test
    void creatingIsAnsweredLikeSubmittingAndCanBeReadAgain() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));

        Response created = fhir.create(FhirClient.request(card));
        valid(created, 201).body("insurance.inforce", contains(true));

        valid(fhir.signedIn().get(created.header("Location")))
                .body("resourceType", equalTo("CoverageEligibilityResponse"))
                .body("id", equalTo(created.<String>path("id")))
                .body("created", equalTo(created.<String>path("created")))
                .body("insurance.inforce", contains(true))
                .body("insurance[0].item[0].benefit[0].allowedUnsignedInt", equalTo(30))
                .body("insurer.identifier.value", equalTo(card.insurerNumber()));
    }

    @Test
    void textsAreInTheLanguageOfTheCaller() {
        valid(
                        fhir.sending(FhirClient.request(card))
                                .header("Accept-Language", "en")
                                .post("/fhir/CoverageEligibilityRequest"),
                        201)
                .body("error[0].code.coding[0].display", equalTo("No eligibility information"));
        valid(fhir.submit(FhirClient.request(card))).body("error[0].code.coding[0].display", equalTo("資格情報なし"));
    }

    private String serviced(String when) {
        return FhirClient.request(card).replace("\"created\":", when + ", \"created\":");
    }
}
