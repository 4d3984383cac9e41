package jp.shikaku.eligibility.fhir;

import java.nio.charset.StandardCharsets;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** A clinic that speaks FHIR. */
record FhirClient(Clinic clinic) {

    static final String JSON = "application/fhir+json";

    /** A request as a clinic's system writes it: coverage and patient within it. */
    static String request(Card card) {
        return request(memberId(card), card.birthDate());
    }

    static String request(String memberId, String birthDate) {
        return """
                {
                  "resourceType": "CoverageEligibilityRequest",
                  "id": "req-1",
                  "contained": [
                    {"resourceType": "Patient", "id": "p", "birthDate": "%s"},
                    {"resourceType": "Coverage", "id": "c", "status": "active",
                     "identifier": [{"system": "http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID", "value": "%s"}],
                     "beneficiary": {"reference": "#p"}, "payor": [{"display": "insurer"}]}
                  ],
                  "status": "active",
                  "purpose": ["validation", "benefits"],
                  "patient": {"reference": "#p"},
                  "created": "2026-04-01",
                  "insurer": {"display": "insurer"},
                  "insurance": [{"coverage": {"reference": "#c"}}]
                }
                """
                .formatted(birthDate, memberId);
    }

    static String memberId(Card card) {
        return "%8s:%s:%s:%s"
                .formatted(
                        card.insurerNumber(), card.symbol(), card.number(), card.branch() == null ? "" : card.branch())
                .replace(' ', '0');
    }

    Response submit(String request) {
        return sending(request)
                .urlEncodingEnabled(false) // else the dollar sign goes escaped
                .post("/fhir/CoverageEligibilityRequest/$submit");
    }

    Response submit(String request, String idempotencyKey) {
        return sending(request)
                .header("Idempotency-Key", idempotencyKey)
                .urlEncodingEnabled(false)
                .post("/fhir/CoverageEligibilityRequest/$submit");
    }

    Response create(String request) {
        return sending(request).post("/fhir/CoverageEligibilityRequest");
    }

    Response coverage(String identifier, String birthDate) {
        return signedIn()
                .queryParam("identifier", identifier)
                .queryParam("patient.birthdate", birthDate)
                .get("/fhir/Coverage");
    }

    /** FHIR is always UTF-8. */
    RequestSpecification sending(String body) {
        return signedIn().contentType(JSON).body(body.getBytes(StandardCharsets.UTF_8));
    }

    RequestSpecification signedIn() {
        return clinic.signedIn();
    }

    /** A resource that the definitions of R4 know nothing against. */
    static ValidatableResponse valid(Response answer) {
        return valid(answer, 200);
    }

    static ValidatableResponse valid(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(R4Validator.errorsIn(answer.asString())).isEmpty();
        return answer.then().contentType(startsWith(JSON));
    }

    /** A refusal in the language of FHIR. */
    static ValidatableResponse refused(Response answer, int status, String code) {
        ValidatableResponse refusal = answer.then()
                .statusCode(status)
                .contentType(startsWith(JSON))
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.severity", hasItem("error"))
                .body("issue.code", hasItem(code))
                .body("issue[0].diagnostics", not(nullValue()));
        assertThat(R4Validator.errorsIn(answer.asString())).isEmpty();
        return refusal;
    }
}
