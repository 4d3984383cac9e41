package jp.shikaku.contracts.deadline;

import java.time.LocalDate;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * The rule, applied to one day.
 *
 * @param firstDay the day that is counted as the first
 * @param lastDay where the count ends
 * @param dueOn the same, or where it moved
 */
public record DeadlineExample(
        LocalDate fact, LocalDate firstDay, LocalDate lastDay, LocalDate dueOn, LocalizedText text) {}
