package jp.shikaku.contracts.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * A report as its employer sees it: the state it is in, and nothing of the person or of what the insurer makes of it.
 *
 * @param version counts from 1; also the {@code ETag}
 * @param reference the employer's own; missing when it gave none
 * @param insurerNumber missing while none was given
 * @param acquired first day of the coverage, when it begins
 * @param lost first day without the coverage, when it ends
 * @param filedAt since when it counts as filed; missing while it does not
 * @param employerDueOn last day for filing: five days after the fact (健康保険法施行規則24条)
 * @param filedLate whether it was filed after that day, or is not filed and that day has passed
 * @param insurerDueOn last day for the insurer to register: five days after filing; missing before
 * @param openPoints what is missing while it is prepared; why it came back once it is returned; empty otherwise
 * @param note in words, from who returned it or withdrew it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        UUID id,
        int version,
        ReportKind kind,
        ReportState state,
        String reference,
        InsurerNumber insurerNumber,
        LocalDate acquired,
        LocalDate lost,
        OffsetDateTime filedAt,
        LocalDate employerDueOn,
        boolean filedLate,
        LocalDate insurerDueOn,
        List<OpenPoint> openPoints,
        String note) {

    public Report {
        openPoints = List.copyOf(openPoints);
    }
}
