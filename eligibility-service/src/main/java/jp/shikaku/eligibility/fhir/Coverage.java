package jp.shikaku.eligibility.fhir;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** FHIR {@code Coverage}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"resourceType", "id", "contained", "extension"})
record Coverage(
        String id,
        List<R4.Resource> contained,
        List<R4.Extension> extension,
        List<R4.Identifier> identifier,
        String status,
        R4.CodeableConcept type,
        String subscriberId,
        R4.Reference beneficiary,
        String dependent,
        R4.CodeableConcept relationship,
        R4.Period period,
        List<R4.Reference> payor,
        @JsonProperty("class") List<ClassOf> classes,
        List<CostToBeneficiary> costToBeneficiary)
        implements R4.Resource {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ClassOf(R4.CodeableConcept type, String value, String name) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record CostToBeneficiary(R4.CodeableConcept type, R4.Quantity valueQuantity) {}
}
