package jp.shikaku.contracts.report;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One step in the history of a report, as its employer sees it.
 *
 * @param version the version that came of it
 * @param state the state from then on
 * @param changedFields names of the fields that got another value, never the values; of the first version the fields it
 *     had
 * @param openPoints what was missing, or why it came back
 * @param note in words, from who returned it or withdrew it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportChange(
        int version,
        ReportState state,
        OffsetDateTime at,
        ReportActor by,
        List<String> changedFields,
        List<OpenPoint> openPoints,
        String note) {

    public ReportChange {
        changedFields = List.copyOf(changedFields);
        openPoints = List.copyOf(openPoints);
    }
}
