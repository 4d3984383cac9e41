package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The data types of FHIR R4, as far as we write them. What is {@code null} or empty is left out. */
final class R4 {

    static final String MEDIA_TYPE = "application/fhir+json";

    private R4() {}

    /** Says first what it is. */
    @JsonPropertyOrder({"resourceType", "id"})
    interface Resource {

        @JsonProperty("resourceType")
        default String resourceType() {
            return getClass().getSimpleName();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Coding(String system, String code, String display) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record CodeableConcept(List<Coding> coding, String text) {

        static CodeableConcept of(String system, String code) {
            return new CodeableConcept(List.of(new Coding(system, code, null)), null);
        }

        /** A code of ours with what it means in this case, in words. */
        static CodeableConcept inWords(String system, String code, String text) {
            return new CodeableConcept(List.of(new Coding(system, code, null)), text);
        }

        static CodeableConcept of(String system, String code, String display) {
            return new CodeableConcept(List.of(new Coding(system, code, display)), null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Identifier(String system, String value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Reference(String reference, String type, Identifier identifier, String display) {

        static Reference to(String reference) {
            return new Reference(reference, null, null, null);
        }

        /** To what is known by a number of its own, and not at an address. */
        static Reference to(String type, Identifier identifier, String display) {
            return new Reference(null, type, identifier, display);
        }
    }

    /** Both days belong to it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Period(LocalDate start, LocalDate end) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Quantity(Integer value, String unit, String system, String code) {

        static Quantity percent(int value) {
            return new Quantity(value, "%", "http://unitsofmeasure.org", "%");
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Range(Quantity low, Quantity high) {}

    /** One of the values is there, or extensions are. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extension(
            String url,
            List<Extension> extension,
            String valueString,
            String valueCode,
            Boolean valueBoolean,
            LocalDate valueDate,
            OffsetDateTime valueDateTime,
            CodeableConcept valueCodeableConcept,
            Range valueRange) {

        static Extension string(String url, String value) {
            return new Extension(url, null, value, null, null, null, null, null, null);
        }

        static Extension code(String url, String value) {
            return new Extension(url, null, null, value, null, null, null, null, null);
        }

        static Extension bool(String url, boolean value) {
            return new Extension(url, null, null, null, value, null, null, null, null);
        }

        static Extension date(String url, LocalDate value) {
            return new Extension(url, null, null, null, null, value, null, null, null);
        }

        static Extension dateTime(String url, OffsetDateTime value) {
            return new Extension(url, null, null, null, null, null, value, null, null);
        }

        static Extension concept(String url, CodeableConcept value) {
            return new Extension(url, null, null, null, null, null, null, value, null);
        }

        static Extension range(String url, Range value) {
            return new Extension(url, null, null, null, null, null, null, null, value);
        }

        static Extension of(String url, List<Extension> parts) {
            return new Extension(url, List.copyOf(parts), null, null, null, null, null, null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record HumanName(List<Extension> extension, String use, String text) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Address(String text, String postalCode, String country) {}
}
