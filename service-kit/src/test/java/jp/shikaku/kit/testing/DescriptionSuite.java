package jp.shikaku.kit.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.FollowUpCode;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;

import static org.assertj.core.api.Assertions.assertThat;

/** The API description says what is on the wire. */
public abstract class DescriptionSuite {

    /** How the value of each type is written, given a text that is one. */
    private static final Map<String, Function<String, String>> VALUE_TYPES = Map.of(
            "CertificateKey", text -> CertificateKey.of(text).value(),
            "ConfirmationNumber", text -> ConfirmationNumber.of(text).display(),
            "CorporateNumber", text -> CorporateNumber.of(text).value(),
            "FollowUpCode", text -> FollowUpCode.of(text).display(),
            "InstitutionCode", text -> InstitutionCode.of(text).value(),
            "InsurerNumber", text -> InsurerNumber.of(text).value(),
            "PersonKey", text -> PersonKey.of(text).value(),
            "SubjectKey", text -> SubjectKey.of(text).value(),
            "TicketNumber", text -> TicketNumber.of(text).display());

    @TestHTTPResource(value = "openapi-generated", management = true)
    URI description;

    /** Validators of requests pass everything on 3.1 without a word. */
    @Test
    void descriptionIsOfTheVersionThatValidatorsUnderstand() {
        assertThat(ApiDescription.at(description).version()).startsWith("3.0.");
    }

    @Test
    void valueTypesAreTextsWithAPatternAndAnExampleThatFits() {
        ApiDescription.at(description).schemas().forEach((name, schema) -> {
            if (VALUE_TYPES.containsKey(name)) {
                assertThat(schema).as(name).containsEntry("type", "string");
                String example = (String) schema.get("example");
                assertThat(VALUE_TYPES.get(name).apply(example)).isEqualTo(example);
                assertThat(example).matches((String) schema.get("pattern"));
            }
        });
    }

    @Test
    void codesAreWrittenAsTheyAreOnTheWire() {
        Map<String, Map<String, Object>> schemas =
                ApiDescription.at(description).schemas();

        ifPresent(schemas, "Validity", Map.of("type", "integer", "enum", List.of(1, 2, 3, 4, 5)));
        ifPresent(schemas, "Sex", Map.of("type", "string", "enum", List.of("1", "2", "3")));
        ifPresent(schemas, "FamilyRelation", Map.of("type", "string", "enum", List.of("1", "2")));
        ifPresent(schemas, "LossReason", Map.of("type", "string", "enum", List.of("01", "02", "03", "99")));
    }

    @Test
    void schemasAreNamedByTheirWordsInTheField() {
        assertThat(ApiDescription.at(description).schemas().keySet()).allMatch(name -> name.matches("[A-Za-z]+"));
    }

    @Test
    void everyRefusalIsDescribedAsAProblem() {
        assertThat(ApiDescription.at(description).schemas()).containsKeys("Problem", "FieldError");
        ApiDescription.at(description).operations().forEach(operation -> {
            assertThat(operation.responses()).as(operation.id()).containsKey("default");
            operation.responses().forEach((status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    assertThat(response.get("content"))
                            .as("%s, %s", operation.id(), status)
                            .isEqualTo(Map.of(
                                    "application/problem+json",
                                    Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
                }
            });
        });
    }

    @Test
    void everyAnswerWithABodyHasItsSchema() {
        ApiDescription.at(description)
                .operations()
                .forEach(operation -> operation.responses().forEach((status, answer) -> {
                    if (status.equals("200") || status.equals("201")) {
                        assertThat(answer).as("%s, %s", operation.id(), status).containsKey("content");
                    }
                }));
    }

    /** The properties of the schema {@code name}. */
    @SuppressWarnings("unchecked") // JSON has no types; the cast fails where the document is none
    protected final Map<String, Object> schemaProperties(String name) {
        return (Map<String, Object>)
                ApiDescription.at(description).schemas().get(name).get("properties");
    }

    private static void ifPresent(Map<String, Map<String, Object>> schemas, String name, Map<String, Object> content) {
        if (schemas.containsKey(name)) {
            assertThat(schemas.get(name)).as(name).containsAllEntriesOf(content);
        }
    }
}
