package jp.shikaku.eligibility.fhir;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** FHIR {@code CapabilityStatement}: what can be asked here. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder("resourceType")
record CapabilityStatement(
        String status,
        String date,
        String kind,
        Software software,
        Implementation implementation,
        String fhirVersion,
        List<String> format,
        List<Rest> rest)
        implements R4.Resource {

    record Software(String name, String version) {}

    record Implementation(String description) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Rest(String mode, String documentation, Security security, List<Served> resource) {}

    record Security(String description) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Served(
            String type, List<Interaction> interaction, List<SearchParam> searchParam, List<Operation> operation) {}

    record Interaction(String code) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SearchParam(String name, String type, String documentation) {}

    record Operation(String name, String definition) {}

    /** What this service serves. */
    static CapabilityStatement ofThisService(String version) {
        return new CapabilityStatement(
                "active",
                "2026-11-23",
                "instance",
                new Software("Shikaku eligibility", version),
                new Implementation("Eligibility for health insurance in Japan, asked by institutions"),
                "4.0.1",
                List.of(R4.MEDIA_TYPE, "application/json"),
                List.of(new Rest(
                        "server",
                        "Every request but this one needs a bearer token of an institution. Every look at a person is recorded.",
                        new Security("Bearer token; the institution is read from it and from nowhere else"),
                        List.of(requests(), responses(), coverages()))));
    }

    private static Served requests() {
        return new Served(
                "CoverageEligibilityRequest",
                List.of(new Interaction("create")),
                List.of(),
                List.of(new Operation(
                        "submit", "http://hl7.org/fhir/OperationDefinition/CoverageEligibilityRequest-submit")));
    }

    private static Served responses() {
        return new Served("CoverageEligibilityResponse", List.of(new Interaction("read")), List.of(), List.of());
    }

    private static Served coverages() {
        return new Served(
                "Coverage",
                List.of(new Interaction("read"), new Interaction("search-type")),
                List.of(
                        new SearchParam(
                                "identifier",
                                "token",
                                "Required. The member identifier of JP Core, with colons or as CSV"),
                        new SearchParam(
                                "patient",
                                "reference",
                                "Required, chained: patient.birthdate or beneficiary.birthdate, the second thing to know")),
                List.of());
    }
}
