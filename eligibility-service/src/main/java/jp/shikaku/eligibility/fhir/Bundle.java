package jp.shikaku.eligibility.fhir;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** FHIR {@code Bundle} of what a search has found. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder("resourceType")
record Bundle(String type, Integer total, List<Entry> entry) implements R4.Resource {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Entry(String fullUrl, R4.Resource resource, Search search) {}

    /** @param mode {@code match}, or {@code outcome} for what is said about the search */
    record Search(String mode) {}
}
