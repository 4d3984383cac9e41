package jp.shikaku.eligibility.batch.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Rows of one JSON document, {@code {"questions": [{…}, …]}}. A place at which it stops being JSON ends the whole document:
 * nobody knows what would have followed.
 */
final class JsonRows implements SentRows.Source {

    private static final String LIST = "questions";

    private final JsonParser json;
    private boolean begun;
    private int rows;

    JsonRows(InputStream body) throws IOException {
        this.json = JsonSyntax.JSON.createParser(body);
    }

    /** @throws ProblemException {@code malformed-json}, {@code unknown-field} */
    @Override
    public Optional<SentRow> next() throws IOException {
        if (!begun) {
            begin();
            begun = true;
        }
        if (json.nextToken() == JsonToken.END_ARRAY) {
            end();
            return Optional.empty();
        }
        rows++;
        return Optional.of(JsonSyntax.row(rows, json));
    }

    private void begin() throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT);
        expect(json.nextToken() == JsonToken.FIELD_NAME);
        refuseOtherThanList();
        expect(json.nextToken() == JsonToken.START_ARRAY);
    }

    private void end() throws IOException {
        if (json.nextToken() == JsonToken.FIELD_NAME) {
            refuseOtherThanList();
        }
        expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
    }

    private void refuseOtherThanList() throws IOException {
        if (!LIST.equals(json.currentName())) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_FIELD, List.of(new InvalidField("/", ValueFault.UNKNOWN_FIELD)));
        }
    }

    private static void expect(boolean met) {
        if (!met) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
    }
}
