package jp.shikaku.contracts.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How many periods of the caller's reports stand how. Periods that run are all counted; those that are done only when
 * their last day is not long past.
 *
 * @param doneDueFrom the earliest last day of the done ones that are counted
 * @param held registered reports whose record is in doubt; missing for an employer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadlineSummary(
        OffsetDateTime asOf, LocalDate doneDueFrom, Map<DeadlineClock, Map<DeadlineState, Long>> clocks, Long held) {}
