package jp.shikaku.kit.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A change after which a caller of the API would fail. */
enum OpenApiBreak {
    OPERATION_REMOVED {
        @Override
        void apply(ObjectNode document) {
            ObjectNode paths = (ObjectNode) document.path("paths");
            paths.remove(firstName(paths));
        }
    },

    ANSWERED_FIELD_REMOVED {
        @Override
        void apply(ObjectNode document) {
            ObjectNode fields = (ObjectNode) answered(document).path("properties");
            fields.remove(firstName(fields));
        }
    },

    ANSWERED_FIELD_OF_ANOTHER_TYPE {
        @Override
        void apply(ObjectNode document) {
            ObjectNode fields = (ObjectNode) answered(document).path("properties");
            fields.putObject(firstName(fields)).put("type", "boolean");
        }
    },

    PARAMETER_REQUIRED {
        @Override
        void apply(ObjectNode document) {
            ObjectNode operation = (ObjectNode)
                    document.path("paths").iterator().next().iterator().next();
            ArrayNode parameters = operation.withArray("parameters");
            ObjectNode parameter = parameters
                    .addObject()
                    .put("name", "surprise")
                    .put("in", "query")
                    .put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
    };

    abstract void apply(ObjectNode document);

    OpenApiDocument of(OpenApiDocument document) {
        ObjectNode tree = document.tree().deepCopy();
        apply(tree);
        return new OpenApiDocument(tree);
    }

    /** The schema of the first answer that is an object of a named schema. */
    private static JsonNode answered(JsonNode document) {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                for (String status : new String[] {"200", "201"}) {
                    JsonNode schema = operation
                            .path("responses")
                            .path(status)
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    if (schema.has("$ref")) {
                        return document.at(schema.path("$ref").asText().substring(1));
                    }
                }
            }
        }
        throw new IllegalArgumentException("no answer of this document has a named schema");
    }

    private static String firstName(JsonNode object) {
        return object.properties().iterator().next().getKey();
    }
}
