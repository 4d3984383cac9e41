package jp.shikaku.eligibility.fhir;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;

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
        return signedIn().body(request).post("/fhir/CoverageEligibilityRequest/$submit");
    }

    Response coverage(String identifier, String birthDate) {
        return signedIn()
                .queryParam("identifier", identifier)
                .queryParam("patient.birthdate", birthDate)
                .get("/fhir/Coverage");
    }

    RequestSpecification signedIn() {
        return clinic.signedIn().contentType(JSON);
    }
}
