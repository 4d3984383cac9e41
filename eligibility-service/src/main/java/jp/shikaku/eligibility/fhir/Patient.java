package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** FHIR {@code Patient}: whom a coverage is of, as the card says it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"resourceType", "id"})
record Patient(String id, List<R4.HumanName> name, String gender, LocalDate birthDate, List<R4.Address> address)
        implements R4.Resource {}
