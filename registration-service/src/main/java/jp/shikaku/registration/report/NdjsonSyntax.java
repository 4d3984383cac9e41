package jp.shikaku.registration.report;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.kit.problem.JsonFault;

/** Rows of which each is a body of {@code POST /reports}. */
final class NdjsonSyntax implements FileRows.Syntax {

    private final ObjectReader json;

    NdjsonSyntax(ObjectMapper json) {
        this.json = json.readerFor(ReportRequest.class);
    }

    @Override
    public FileRow row(long line, String text) {
        try {
            ReportRequest request = json.readValue(text);
            return request == null
                    ? FileRow.unreadable(line, text, ValueFault.ROW_NOT_JSON)
                    : FileRow.read(line, text, request);
        } catch (JsonProcessingException e) {
            List<InvalidField> faults = JsonFault.of(e).errors();
            return faults.isEmpty()
                    ? FileRow.unreadable(line, text, ValueFault.ROW_NOT_JSON)
                    : FileRow.unreadable(line, text, faults);
        }
    }
}
