package jp.shikaku.eligibility.batch.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Reads one question as the API does: no unknown field, no field twice, texts only. Token by token, so that nothing that
 * somebody sends is held in memory, however large or deep it is; what is wrong costs its own row.
 */
final class JsonSyntax {

    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int DEEPEST = 32;
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_NAME_SHOWN = 64;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private JsonSyntax() {}

    /** Reads from the first token of the row, which is the current one, to its last. */
    static SentRow row(int line, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return SentRow.unreadable(line, ValueFault.ROW_NOT_JSON);
        }
        Map<QuestionColumn, String> values = new EnumMap<>(QuestionColumn.class);
        List<QuestionColumn> found = new ArrayList<>();
        List<InvalidField> faults = new ArrayList<>(0);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            Optional<QuestionColumn> field = QuestionColumn.ofField(name);
            Optional<ValueFault> fault = fault(field, found, token);
            if (fault.isPresent()) {
                if (faults.size() < MOST_FAULTS) {
                    faults.add(new InvalidField(pointer(name), fault.get()));
                }
            } else if (token == JsonToken.VALUE_STRING) {
                values.put(field.orElseThrow(), json.getText());
            }
            field.ifPresent(found::add);
            json.skipChildren();
        }
        return new SentRow(line, QuestionColumn.question(values), faults);
    }

    private static Optional<ValueFault> fault(
            Optional<QuestionColumn> field, List<QuestionColumn> found, JsonToken token) {
        if (field.isEmpty()) {
            return Optional.of(ValueFault.UNKNOWN_FIELD);
        }
        if (found.contains(field.get())) {
            return Optional.of(ValueFault.DUPLICATE);
        }
        boolean fits = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL;
        return fits ? Optional.empty() : Optional.of(ValueFault.WRONG_TYPE);
    }

    private static String pointer(String name) {
        String shown = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "…" : name;
        return "/"
                + shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?")
                        .replace("~", "~0")
                        .replace("/", "~1");
    }
}
