package jp.shikaku.kit.testing.contract;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Callers rely on every field of an answer, but our descriptions do not call them required, and to a comparison the loss
 * of an optional field is no loss. Says "required" of all fields of the schemas that are only answered, never sent.
 */
final class AnsweredFields {

    private static final String SCHEMAS = "#/components/schemas/";

    private AnsweredFields() {}

    /** The names of the schemas that requests of {@code document} are made of. */
    static Set<String> sent(JsonNode document) {
        Set<String> names = new HashSet<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                collect(operation.path("requestBody"), document, names);
                collect(operation.path("parameters"), document, names);
            }
        }
        return names;
    }

    /** A copy of {@code document} in which every field of a schema that is not among {@code sent} is required. */
    static ObjectNode required(ObjectNode document, Set<String> sent) {
        ObjectNode copy = document.deepCopy();
        copy.at("/components/schemas").properties().stream()
                .filter(schema ->
                        !sent.contains(schema.getKey()) && schema.getValue().has("properties"))
                .forEach(schema -> require((ObjectNode) schema.getValue()));
        return copy;
    }

    private static void require(ObjectNode schema) {
        ArrayNode required = schema.putArray("required");
        schema.path("properties").properties().forEach(field -> required.add(field.getKey()));
    }

    private static void collect(JsonNode node, JsonNode document, Set<String> names) {
        for (String name : references(node)) {
            if (names.add(name)) {
                collect(document.at("/components/schemas").path(name), document, names);
            }
        }
    }

    private static Set<String> references(JsonNode node) {
        return node.findValuesAsText("$ref").stream()
                .filter(ref -> ref.startsWith(SCHEMAS))
                .map(ref -> ref.substring(SCHEMAS.length()))
                .collect(Collectors.toSet());
    }
}
