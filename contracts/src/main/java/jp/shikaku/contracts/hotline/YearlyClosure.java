package jp.shikaku.contracts.hotline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Days on which a line is closed every year, whatever the weekday. May reach over the turn of the year.
 *
 * @param from the first closed day, {@code MM-dd}
 * @param to the last closed day, {@code MM-dd}
 * @param reason what callers are told, such as 年末年始
 */
public record YearlyClosure(
        @JsonFormat(pattern = "MM-dd") MonthDay from,
        @JsonFormat(pattern = "MM-dd") MonthDay to,
        LocalizedText reason) {

    public YearlyClosure {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether {@code day} is one of the closed days; both ends are. */
    public boolean includes(LocalDate day) {
        MonthDay monthDay = MonthDay.from(day);
        boolean onOrAfterFrom = !monthDay.isBefore(from);
        boolean onOrBeforeTo = !monthDay.isAfter(to);
        return from.isAfter(to) ? onOrAfterFrom || onOrBeforeTo : onOrAfterFrom && onOrBeforeTo;
    }
}
