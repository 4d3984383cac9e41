package jp.shikaku.eligibility.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object to be sent, right or wrong. Each change makes a new one. */
public record Body(Map<String, Object> fields) {

    public Body {
        fields = new LinkedHashMap<>(fields);
    }

    public Body with(String field, Object value) {
        Body changed = new Body(fields);
        changed.fields.put(field, value);
        return changed;
    }

    public Body without(String field) {
        Body changed = new Body(fields);
        changed.fields.remove(field);
        return changed;
    }
}
