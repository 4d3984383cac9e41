package jp.shikaku.contracts.hotline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * The hours of a line on one day in Japan.
 *
 * @param opens the first minute that is answered; missing when closed all day
 * @param closes the first minute that is answered no more; missing when closed all day
 * @param reason why these hours apply: the weekday, the name of the holiday, 年末年始
 * @param provisional whether the holidays of this year are not in the official gazette yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DayHours(
        LocalDate date,
        DayKind kind,
        @JsonFormat(pattern = "HH:mm") LocalTime opens,
        @JsonFormat(pattern = "HH:mm") LocalTime closes,
        LocalizedText reason,
        boolean provisional) {

    /** @throws IllegalArgumentException when only one of {@code opens} and {@code closes} is given */
    public DayHours {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        if ((opens == null) != (closes == null)) {
            throw new IllegalArgumentException("a day has both an opening and a closing time, or neither");
        }
    }

    /** Whether nobody answers on this day at all. */
    public boolean closedAllDay() {
        return opens == null;
    }

    /** Whether the line answers at {@code time}; the closing minute is outside. */
    public boolean answersAt(LocalTime time) {
        return !closedAllDay() && !time.isBefore(opens) && time.isBefore(closes);
    }
}
