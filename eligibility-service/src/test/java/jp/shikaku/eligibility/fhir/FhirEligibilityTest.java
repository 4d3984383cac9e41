package jp.shikaku.eligibility.fhir;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FhirEligibilityTest {

    LocalPostgres postgres;

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

    @Test
    void creatingIsAnsweredLikeSubmitting() {
        Coverages.link(card);

        valid(fhir.signedIn().body(FhirClient.request(card)).post("/fhir/CoverageEligibilityRequest"))
                .body("insurance.inforce", contains(true));
    }

    @Test
    void coverageIsFoundByItsMemberIdentifierAndTheBirthDate() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));
        String identifier = Systems.MEMBER_ID + "|" + FhirClient.memberId(card);

        valid(fhir.coverage(identifier, card.birthDate()))
                .body("resourceType", equalTo("Bundle"))
                .body("type", equalTo("searchset"))
                .body("total", equalTo(1))
                .body("entry[0].search.mode", equalTo("match"))
                .body("entry[0].resource.resourceType", equalTo("Coverage"))
                .body("entry[0].resource.meta.profile", hasItem(Systems.COVERAGE_PROFILE))
                .body("entry[0].resource.identifier[0].value", equalTo(FhirClient.memberId(card)))
                .body("entry[0].resource.relationship.coding[0].code", equalTo("1"))
                .body("entry[0].resource.costToBeneficiary[0].valueQuantity.value", equalTo(30))
                .body("entry[0].resource.contained[0].name.text", hasItem("見本　花子"));
        valid(fhir.coverage(FhirClient.memberId(card), card.birthDate())).body("total", equalTo(1));
        valid(fhir.coverage(identifier, "1991-01-15")).body("total", equalTo(0)).body("$", not(hasKey("entry")));
    }

    @Test
    void ofSeveralCoveragesNoneIsChosen() {
        Coverages.link(card.branch("01"));
        Coverages.link(card.branch("02"));

        valid(fhir.coverage(FhirClient.memberId(card.branch(null)), card.birthDate()))
                .body("total", equalTo(0))
                .body("entry[0].search.mode", equalTo("outcome"))
                .body("entry[0].resource.issue[0].code", equalTo("multiple-matches"));
    }

    /** R6, R7. */
    @Test
    void everyLookIsRecordedAsOfAnyQuestion() throws SQLException {
        Coverages.link(card);

        String number = fhir.submit(FhirClient.request(card)).path("id");
        String search =
                fhir.coverage(FhirClient.memberId(card), card.birthDate()).path("entry[0].resource.id");

        for (String each : List.of(number, search)) {
            assertThat(new Ledger(postgres).looksAt(each)).singleElement().satisfies(look -> assertThat(look)
                    .containsEntry("actor_id", clinic.code())
                    .containsEntry("purpose", "CONFIRMATION"));
            clinic.reread(each).then().statusCode(200);
            Clinic.another().reread(each).then().statusCode(404);
        }
    }

    @Test
    void sameKeyGivesTheFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();
        String first = keyed(key, FhirClient.request(card)).path("id");

        assertThat(keyed(key, FhirClient.request(card)).<String>path("id")).isEqualTo(first);
        refused(keyed(key, FhirClient.request(card.branch("02"))), 422, "duplicate");
    }

    /** R3. */
    @Test
    void outageIsTransientAndNeverNoCoverage() throws SQLException {
        Coverages.link(card);
        try (Connection other = new Ledger(postgres).connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table coverage in access exclusive mode");

            refused(fhir.submit(FhirClient.request(card)), 503, "transient")
                    .header("Retry-After", "2")
                    .body("issue[0].details.coding[0].code", equalTo("undetermined"));
            refused(fhir.coverage(FhirClient.memberId(card), card.birthDate()), 503, "transient");
        }
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsPlace() throws SQLException {
        long before = new Ledger(postgres).confirmations();

        ValidatableResponse refusal = refused(
                fhir.submit(FhirClient.request("06139993:a:1:01", "1990-02-30")
                        .replace("\"validation\"", "\"discovery\"")
                        .replace("\"status\": \"active\",\n  \"purpose\"", "\"status\": \"draft\",\n  \"purpose\"")),
                422,
                "value");

        List<String> places = refusal.extract().path("issue.expression.flatten()");
        assertThat(places).containsExactlyInAnyOrder("status", "purpose[0]", "insurance[0].coverage", "patient");
        List<String> codes = refusal.extract().path("issue.details.coding.code.flatten()");
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "code-unknown", "code-unknown", "insurer-number-check-digit", "date-does-not-exist");
        assertThat(new Ledger(postgres).confirmations()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400|structure",
                "[]|400|structure",
                "{} {}|400|structure",
                "{\"a\": 1, \"a\": 2}|400|structure",
                "{\"resourceType\": \"Patient\"}|422|value",
                "{\"resourceType\": \"Bundle\"}|422|value",
                "{\"resourceType\": \"CoverageEligibilityRequest\"}|422|required",
            })
    void whatIsNoRequestIsRefused(String body, int status, String code) {
        refused(fhir.submit(body), status, code);
    }

    @Test
    void depthAndSizeAreBounded() {
        refused(fhir.submit("{\"a\":".repeat(100) + "1" + "}".repeat(100)), 400, "structure");
        refused(fhir.submit("{\"a\": \"" + "x".repeat(100_000) + "\"}"), 400, "structure");
        refused(fhir.submit("{\"a\": \"" + "x".repeat(1_100_000) + "\"}"), 413, "too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identifier=00138057:a",
                "patient.birthdate=1990-01-15",
                "name=x",
                "identifier=1:2:3:4&identifier=1:2:3:4"
            })
    void searchThatDoesNotNameBothIsRefused(String query) {
        Response answer = fhir.signedIn().get("/fhir/Coverage?" + query);

        assertThat(answer.statusCode()).isIn(400, 422);
        refused(answer, answer.statusCode(), answer.path("issue[0].code"));
    }

    @Test
    void everyRefusalBelowFhirIsAnOutcome() {
        refused(given().get("/fhir/Coverage"), 401, "login").header("WWW-Authenticate", startsWith("Bearer"));
        refused(given().auth().oauth2("x").get("/fhir/Coverage"), 401, "login");
        refused(Tokens.as(Role.INSURER, "06139992").get("/fhir/Coverage"), 403, "forbidden");
        refused(fhir.signedIn().get("/fhir/Observation"), 404, "not-found");
        refused(fhir.signedIn().delete("/fhir/Coverage"), 405, "not-supported");
        refused(fhir.signedIn().accept("application/fhir+xml").get("/fhir/Coverage"), 406, "not-supported");
        refused(
                clinic.signedIn().contentType("text/plain").body("x").post("/fhir/CoverageEligibilityRequest/$submit"),
                415,
                "not-supported");
        String english = fhir.signedIn()
                .header("Accept-Language", "en")
                .get("/fhir/Observation")
                .path("issue[0].details.text");
        assertThat(english).isEqualTo("There is nothing at this address");
        given().get("/no-such-thing").then().statusCode(404).contentType(startsWith("application/problem+json"));
    }

    @Test
    void onlyInstitutionsComeIn() {
        for (Role role : Role.values()) {
            String id = role == Role.EMPLOYER ? "6012345678901" : role == Role.INSURER ? "06139992" : "0110113719";
            for (Response answer : List.of(
                    Tokens.as(role, id).get("/fhir/Coverage"),
                    Tokens.as(role, id)
                            .contentType(FhirClient.JSON)
                            .body("{}")
                            .post("/fhir/CoverageEligibilityRequest"),
                    Tokens.as(role, id)
                            .contentType(FhirClient.JSON)
                            .body("{}")
                            .post("/fhir/CoverageEligibilityRequest/$submit"))) {
                assertThat(answer.statusCode() == 403).as(role.name()).isEqualTo(role != Role.INSTITUTION);
            }
        }
    }

    @Test
    void capabilitiesAreThereForEverybody() {
        valid(given().get("/fhir/metadata"))
                .body("resourceType", equalTo("CapabilityStatement"))
                .body("fhirVersion", equalTo("4.0.1"))
                .body("rest[0].resource.type", contains("CoverageEligibilityRequest", "Coverage"))
                .body("rest[0].resource[0].operation[0].name", equalTo("submit"));
    }

    @Test
    void validatorFindsWhatIsWrong() {
        String response = fhir.submit(FhirClient.request(card)).asString();

        assertThat(R4Validator.errorsIn(response)).isEmpty();
        assertThat(R4Validator.errorsIn(response.replace("\"outcome\":\"error\"", "\"outcome\":\"maybe\"")))
                .isNotEmpty();
        assertThat(R4Validator.errorsIn(response.replace("\"insurer\":", "\"insurers\":")))
                .isNotEmpty();
    }

    private String serviced(String when) {
        return FhirClient.request(card).replace("\"created\":", when + ", \"created\":");
    }

    private Response keyed(String key, String request) {
        return fhir.signedIn()
                .header("Idempotency-Key", key)
                .body(request)
                .post("/fhir/CoverageEligibilityRequest/$submit");
    }

    private static ValidatableResponse valid(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(R4Validator.errorsIn(answer.asString())).isEmpty();
        return answer.then().contentType(startsWith(FhirClient.JSON));
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        ValidatableResponse refusal = answer.then()
                .statusCode(status)
                .contentType(startsWith(FhirClient.JSON))
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.severity", hasItem("error"))
                .body("issue.code", hasItem(code))
                .body("issue[0].diagnostics", not(nullValue()));
        assertThat(R4Validator.errorsIn(answer.asString())).isEmpty();
        return refusal;
    }
}
