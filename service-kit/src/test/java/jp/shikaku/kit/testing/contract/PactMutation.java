package jp.shikaku.kit.testing.contract;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One expectation of an interaction that the provider does not meet. */
enum PactMutation {
    /** Another status. */
    STATUS {
        @Override
        boolean applyTo(ObjectNode response) {
            response.put("status", response.path("status").asInt() + 1);
            return true;
        }
    },

    /** A field that is called otherwise. */
    FIELD_NAME {
        @Override
        boolean applyTo(ObjectNode response) {
            JsonNode sent = response.path("body");
            // Of a list its first.
            if (!((sent.isArray() ? sent.path(0) : sent) instanceof ObjectNode body) || body.isEmpty()) {
                return false;
            }
            String name = body.properties().iterator().next().getKey();
            body.set(name + "Renamed", body.remove(name));
            return true;
        }
    },

    /** A text that should be a number. */
    FIELD_TYPE {
        @Override
        boolean applyTo(ObjectNode response) {
            if (!(response.path("body") instanceof ObjectNode body)) {
                return false;
            }
            Optional<String> text = body.properties().stream()
                    .filter(field -> field.getValue().isTextual())
                    .map(Map.Entry::getKey)
                    .findFirst();
            text.ifPresent(name -> expectNumber(response, body, name));
            return text.isPresent();
        }
    };

    /** Changes {@code response}; {@code false} when there is nothing in it to change. */
    abstract boolean applyTo(ObjectNode response);

    private static void expectNumber(ObjectNode response, ObjectNode body, String name) {
        body.put(name, 1);
        response.withObject("/matchingRules/body")
                .putObject("$." + name)
                .putArray("matchers")
                .addObject()
                .put("match", "integer");
    }
}
