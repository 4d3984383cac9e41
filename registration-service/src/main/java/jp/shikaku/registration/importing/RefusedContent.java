package jp.shikaku.registration.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.registration.importing.file.RowFault;

/**
 * What is kept of a row that was refused or noted.
 *
 * @param original the row, without its number
 */
record RefusedContent(List<RowFault> faults, String original) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] toBytes() {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode list = node.putArray("faults");
        faults.forEach(fault -> list.addObject().put("pointer", fault.pointer()).put("code", fault.code()));
        node.put("original", original);
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    static RefusedContent of(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            List<RowFault> faults = new ArrayList<>();
            node.path("faults")
                    .forEach(fault -> faults.add(RowFault.ofCode(
                            fault.path("pointer").asText(), fault.path("code").asText())));
            return new RefusedContent(faults, node.path("original").asText());
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read");
        }
    }

    @Override
    public String toString() {
        return "RefusedContent[]";
    }
}
