package jp.shikaku.contracts.deadline;

import java.time.LocalDate;

/**
 * How many running periods one party has.
 *
 * @param number of the insurer or employer
 * @param oldestDueOn the earliest last day among them
 */
public record PartyDeadlines(String number, long onTime, long dueSoon, long overdue, LocalDate oldestDueOn) {}
