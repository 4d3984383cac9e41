package jp.shikaku.eligibility.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What docs/sandbox.md promises, row by row. */
@QuarkusTest
@TestProfile(SandboxTest.Open.class)
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class SandboxTest {

    private static final long SLOW_MILLIS = 1000;

    public static final class Open implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shikaku.sandbox.enabled", "true");
        }
    }

    private final Clinic clinic = Clinic.hana();

    /** A row of the table; texts as they stand there. */
    record Row(String number, String branch, int http, String validity, String prescription, String medical) {

        static Row of(String line) {
            String[] cells = Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            return new Row(cells[1], cells[2], Integer.parseInt(cells[3]), cells[4], cells[5], cells[6]);
        }

        Body question() {
            Card card = new Card("06139984", "見本", number, branch.isEmpty() ? null : branch, "1990-01-15");
            return card.question();
        }

        String fhir() {
            return """
                    {"resourceType": "CoverageEligibilityRequest", "status": "active", "purpose": ["validation", "benefits"],
                     "contained": [{"resourceType": "Patient", "id": "p", "birthDate": "1990-01-15"}],
                     "patient": {"reference": "#p"},
                     "insurance": [{"coverage": {"identifier": {
                       "system": "http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID", "value": "06139984:見本:%s:%s"}}}]}"""
                    .formatted(number, branch);
        }

        String xml(String institution) {
            return """
                    <XmlMsg><MessageHeader><MedicalInstitutionCode>%s</MedicalInstitutionCode></MessageHeader><MessageBody>
                    <QualificationConfirmSearchInfo><InsurerNumber>06139984</InsurerNumber>
                    <InsuredCardSymbol>見本</InsuredCardSymbol>
                    <InsuredIdentificationNumber>%s</InsuredIdentificationNumber>%s<Birthdate>19900115</Birthdate>
                    </QualificationConfirmSearchInfo></MessageBody></XmlMsg>"""
                    .formatted(
                            institution,
                            number,
                            branch.isEmpty() ? "" : "<InsuredBranchNumber>" + branch + "</InsuredBranchNumber>");
        }
    }

    static Stream<Row> rows() throws IOException {
        Path page = Path.of(System.getProperty("shikaku.root"), "docs", "sandbox.md");
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\| [0-9]{4} \\|.*"))
                .map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cardIsAnsweredAsItsRowSays(Row row) {
        Response answer = clinic.ask(row.question());

        answer.then().statusCode(row.http()).header("X-Shikaku-Sandbox", "true");
        if (row.http() == 201) {
            answer.then()
                    .body("validity", equalTo(Integer.valueOf(row.validity())))
                    .body("prescription.form", equalTo(row.prescription()))
                    .body("medicalInfoAllowed", equalTo(Boolean.valueOf(row.medical())));
        } else {
            answer.then()
                    .contentType(containsString("application/problem+json"))
                    .header("Retry-After", "2");
        }
    }

    static Stream<String[]> certificates() throws IOException {
        Path page = Path.of(System.getProperty("shikaku.root"), "docs", "sandbox.md");
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\| 5A[0-9A-F]{4} \\|.*"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void individualNumberCardIsAnsweredAsItsRowSays(
            String edge, String serial, String validity, String prescription, String medical, String what, String end) {
        Response answer = clinic.signedIn()
                .contentType("application/json")
                .body(Map.of("certificateSerial", serial))
                .post("/certificate-confirmations");

        if (validity.length() == 1) {
            answer.then()
                    .statusCode(201)
                    .body("validity", equalTo(Integer.valueOf(validity)))
                    .body("prescription.form", equalTo(prescription))
                    .body("medicalInfoAllowed", equalTo(Boolean.valueOf(medical)));
        } else {
            answer.then().statusCode(422).body("code", equalTo(validity));
        }
        if (what.contains("notice")) {
            assertThat(what).contains(answer.<String>path("notices[0].code"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cardIsAnsweredInFhirAsItsRowSays(Row row) {
        Response answer = clinic.signedIn()
                .contentType("application/fhir+json")
                .body(row.fhir().getBytes(StandardCharsets.UTF_8))
                .post("/fhir/CoverageEligibilityRequest");

        answer.then().statusCode(row.http()).header("X-Shikaku-Sandbox", "true");
        if (row.http() != 201) {
            answer.then()
                    .body("resourceType", equalTo("OperationOutcome"))
                    .body("issue[0].code", equalTo(row.http() == 503 ? "transient" : "throttled"))
                    .header("Retry-After", "2");
            return;
        }
        answer.then()
                .body("extension.find { it.valueCode != null }.valueCode", equalTo(row.prescription()))
                .body(
                        "extension.find { it.valueBoolean != null }.valueBoolean",
                        equalTo(Boolean.valueOf(row.medical())));
        if (row.validity().matches("[45]")) {
            answer.then()
                    .body("outcome", equalTo("error"))
                    .body("error[0].code.coding[0].code", equalTo(row.validity()));
        } else {
            answer.then()
                    .body("outcome", equalTo("complete"))
                    .body("insurance[0].inforce", equalTo(row.validity().equals("1")));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cardIsAnsweredInXmlAsItsRowSays(Row row) {
        Response answer = clinic.signedIn()
                .contentType("application/xml")
                .body(row.xml(clinic.code()).getBytes(StandardCharsets.UTF_8))
                .post("/oqs/OQSsiquc01req");

        answer.then().statusCode(row.http() == 201 ? 200 : row.http()).header("X-Shikaku-Sandbox", "true");
        if (row.http() == 201) {
            assertThat(answer.asString()).contains("<QualificationValidity>" + row.validity() + "<");
        }
    }

    @Test
    void tableHasARowForEveryVerdictAndEveryBehaviour() throws IOException {
        assertThat(rows().map(Row::validity)).contains("1", "2", "3", "4", "5");
        assertThat(rows().map(Row::http)).contains(201, 503, 429);
        assertThat(rows().map(Row::number).filter(number -> number.startsWith("9")))
                .containsExactly("9001", "9002", "9003");
    }

    @Test
    void slowAnswerTakesItsTime() {
        Response answer = clinic.ask(new Card("06139984", "見本", "9002", null, "1990-01-15").question());

        assertThat(answer.time()).isGreaterThanOrEqualTo(SLOW_MILLIS);
    }

    @Test
    void searchInFhirIsThrottledToo() {
        clinic.signedIn()
                .queryParam("identifier", "06139984:見本:9003:")
                .queryParam("patient.birthdate", "1990-01-15")
                .get("/fhir/Coverage")
                .then()
                .statusCode(429)
                .body("issue[0].code", equalTo("throttled"));
    }

    @Test
    void otherCardsAreAnsweredAsEver() {
        Card other = Card.fresh();

        clinic.ask(new Card(other.insurerNumber(), other.symbol(), "9001", null, "1990-01-15"))
                .then()
                .statusCode(201)
                .body("validity", equalTo(4));
    }
}
