package jp.shikaku.registration.importing.file;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;

import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.problem.JsonFault;

/** Rows of which each is a body of the API, with its rules and no others. */
final class NdjsonRows implements RowReader.RowSyntax {

    private final ObjectReader json;

    NdjsonRows(ObjectReader json) {
        this.json = json.forType(EnrolmentRequest.class);
    }

    @Override
    public Optional<Row> row(long line, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            EnrolmentRequest request = json.readValue(text);
            return Optional.of(
                    request == null
                            ? Row.Unreadable.because(ValueFault.ROW_NOT_JSON, line, text)
                            : new Row.Read(line, text, request, List.of(), List.of()));
        } catch (JsonProcessingException e) {
            return Optional.of(refused(line, text, e));
        }
    }

    private static Row refused(long line, String text, JsonProcessingException e) {
        List<InvalidField> errors = JsonFault.of(e).errors();
        return errors.isEmpty()
                ? Row.Unreadable.because(ValueFault.ROW_NOT_JSON, line, text)
                : new Row.Unreadable(line, text, errors);
    }
}
