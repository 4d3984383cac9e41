package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** FHIR {@code CoverageEligibilityResponse}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"resourceType", "id", "contained", "extension"})
record CoverageEligibilityResponse(
        String id,
        List<R4.Resource> contained,
        List<R4.Extension> extension,
        List<R4.Identifier> identifier,
        String status,
        List<String> purpose,
        R4.Reference patient,
        LocalDate servicedDate,
        R4.Period servicedPeriod,
        OffsetDateTime created,
        R4.Reference requestor,
        R4.Reference request,
        String outcome,
        String disposition,
        R4.Reference insurer,
        List<Insurance> insurance,
        List<Error> error)
        implements R4.Resource {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Insurance(R4.Reference coverage, Boolean inforce, R4.Period benefitPeriod, List<Item> item) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(R4.CodeableConcept category, List<Benefit> benefit) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Benefit(R4.CodeableConcept type, Integer allowedUnsignedInt) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Error(R4.CodeableConcept code) {}
}
