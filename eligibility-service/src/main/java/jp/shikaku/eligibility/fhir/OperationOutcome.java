package jp.shikaku.eligibility.fhir;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** FHIR {@code OperationOutcome}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder("resourceType")
record OperationOutcome(List<Issue> issue) implements R4.Resource {

    /**
     * @param code issue-type of FHIR
     * @param diagnostics what to do next
     * @param expression where, as a FHIRPath
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Issue(
            String severity, String code, R4.CodeableConcept details, String diagnostics, List<String> expression) {}
}
