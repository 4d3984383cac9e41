package jp.shikaku.eligibility.fhir;

import java.sql.SQLException;
import java.util.List;

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

import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static jp.shikaku.eligibility.fhir.FhirClient.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

/** Below {@code /fhir} every refusal is an {@code OperationOutcome}. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FhirRefusalTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final FhirClient fhir = new FhirClient(clinic);

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
                clinic.signedIn().contentType("text/plain").body("x").post("/fhir/CoverageEligibilityRequest"),
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
                    Tokens.as(role, id).get("/fhir/Coverage/1"),
                    Tokens.as(role, id).get("/fhir/CoverageEligibilityResponse/1"),
                    Tokens.as(role, id).formParam("a", "b").post("/fhir/Coverage/_search"),
                    posted(role, id, "/fhir/CoverageEligibilityRequest"),
                    posted(role, id, "/fhir/CoverageEligibilityRequest/%24submit"),
                    posted(role, id, "/fhir/CoverageEligibilityRequest/$submit"))) {
                assertThat(answer.statusCode() == 403).as(role.name()).isEqualTo(role != Role.INSTITUTION);
            }
        }
    }

    private static Response posted(Role role, String id, String path) {
        return Tokens.as(role, id)
                .contentType(FhirClient.JSON)
                .body("{}")
                .urlEncodingEnabled(false)
                .post(path);
    }
}
