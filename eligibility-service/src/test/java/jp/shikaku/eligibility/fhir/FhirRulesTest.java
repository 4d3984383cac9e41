package jp.shikaku.eligibility.fhir;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static jp.shikaku.eligibility.fhir.FhirClient.refused;
import static jp.shikaku.eligibility.fhir.FhirClient.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** The rules that never bend, in FHIR as anywhere. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FhirRulesTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final FhirClient fhir = new FhirClient(clinic);
    private final Card card = Card.fresh();

    /** R1. */
    @Test
    void suspendedCoverageIsNotShownAgain() {
        Body content = Coverages.whole(card, Coverages.newPerson());
        UUID enrolment = Coverages.link(content);
        String id = fhir.submit(FhirClient.request(card)).path("id");
        valid(fhir.signedIn().get("/fhir/Coverage/" + id)).body("id", equalTo(id));

        Coverages.put(enrolment, 2, content.with("state", "SUSPENDED")).then().statusCode(204);

        valid(fhir.submit(FhirClient.request(card))).body("error[0].code.coding[0].code", equalTo("4"));
        refused(fhir.signedIn().get("/fhir/Coverage/" + id), 404, "not-found");
        valid(fhir.signedIn().get("/fhir/CoverageEligibilityResponse/" + id))
                .body("$", not(hasKey("contained")))
                .body("$", not(hasKey("insurance")))
                .body("outcome", equalTo("error"))
                .body("error[0].code.coding[0].code", equalTo("NO_LONGER_SHOWN"));
    }

    /** R10. */
    @Test
    void withoutABranchNumberThePrescriptionIsOnPaper() {
        Card branchless = card.branch(null);
        Coverages.link(branchless);

        valid(fhir.submit(FhirClient.request(branchless)))
                .body("insurance.inforce", contains(true))
                .body("extension.find { it.valueCode != null }.valueCode", equalTo("PAPER"));
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
        String first = fhir.submit(FhirClient.request(card), key).path("id");

        assertThat(fhir.submit(FhirClient.request(card), key).<String>path("id"))
                .isEqualTo(first);
        refused(fhir.submit(FhirClient.request(card.branch("02")), key), 422, "duplicate");
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
    void capabilitiesAreThereForEverybody() {
        valid(given().get("/fhir/metadata"))
                .body("resourceType", equalTo("CapabilityStatement"))
                .body("fhirVersion", equalTo("4.0.1"))
                .body(
                        "rest[0].resource.type",
                        contains("CoverageEligibilityRequest", "CoverageEligibilityResponse", "Coverage"))
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
}
