package jp.shikaku.registration.hold;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.text.LocalizedText;

/** How findings stand in a JSON column: word for word as the check said them, whatever our borders do to their JSON. */
@RegisterForReflection(targets = {Finding.class, LocalizedText.class, FindingsColumn.Kept.class})
public final class FindingsColumn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "{\"items\":[]}";

    private FindingsColumn() {}

    /** An object, so that something can be added beside the list one day. */
    record Kept(List<Finding> items) {}

    public static String write(List<Finding> findings) {
        if (findings.isEmpty()) {
            return NONE;
        }
        try {
            return JSON.writeValueAsString(new Kept(findings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding can be written as JSON", e);
        }
    }

    public static List<Finding> read(String column) {
        try {
            return List.copyOf(JSON.readValue(column, Kept.class).items());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
