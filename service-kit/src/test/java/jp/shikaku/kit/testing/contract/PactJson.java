package jp.shikaku.kit.testing.contract;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pacts as text: what two parties agree on, without the version of the tool that wrote it down. */
final class PactJson {

    private static final JsonMapper JSON = new JsonMapper();

    private PactJson() {}

    static ObjectNode read(String pact) {
        try {
            return (ObjectNode) JSON.readTree(pact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one form in which pacts are committed and compared. */
    static String normal(String pact) {
        ObjectNode tree = read(pact);
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            metadata.retain("pactSpecification");
        }
        return write(tree);
    }

    static String write(JsonNode tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
