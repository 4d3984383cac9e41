package jp.shikaku.contracts.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportState;

/**
 * One of the two periods of a report. No data of the person.
 *
 * @param insurerNumber missing while a prepared report names none
 * @param reference the employer's own; told to both parties, and to nobody else
 * @param since the day of the fact for the employer, of filing for the insurer
 * @param dueOn the last day that is in time; fixed when the period began
 * @param daysLeft days from today to the last day, negative after it; missing when it is done
 * @param doneAt missing while it runs
 * @param heldSince since when the registered record is in doubt: registered in time it may be, shown it is not; told to
 *     the insurer and the operator, missing otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deadline(
        UUID reportId,
        ReportKind kind,
        ReportState reportState,
        DeadlineClock clock,
        DeadlineState state,
        CorporateNumber employerNumber,
        InsurerNumber insurerNumber,
        String reference,
        LocalDate since,
        LocalDate dueOn,
        Integer daysLeft,
        OffsetDateTime doneAt,
        OffsetDateTime heldSince) {}
