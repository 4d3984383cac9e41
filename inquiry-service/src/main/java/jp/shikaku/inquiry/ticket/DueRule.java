package jp.shikaku.inquiry.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.ticket.TicketState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.hotline.HotlineCalendar;

/**
 * By when an inquiry is to be answered: so much time later, of which only that counts in which the hotline is open.
 * What comes in while it is closed counts from its next opening.
 */
final class DueRule {

    /** Longer than any closure: an end is always found. */
    private static final int MOST_DAYS = 400;

    private final HotlineCalendar calendar;
    private final Duration open;

    /** @param open how much opening time there is for an answer, more than nothing */
    DueRule(HotlineCalendar calendar, Duration open) {
        if (open.isNegative() || open.isZero()) {
            throw new IllegalArgumentException("an answer takes some time");
        }
        this.calendar = calendar;
        this.open = open;
    }

    /** @return the moment; the end of a day's hours rather than the beginning of the next ones */
    Instant after(Instant start) {
        OffsetDateTime from = JapanTime.wire(start);
        Duration left = open;
        for (int days = 0; days < MOST_DAYS; days++) {
            LocalDate day = from.toLocalDate().plusDays(days);
            DayHours hours = calendar.on(day);
            if (!hours.closedAllDay()) {
                LocalTime begin = days == 0 ? later(hours.opens(), from.toLocalTime()) : hours.opens();
                Duration today = Duration.between(begin, hours.closes());
                if (left.compareTo(today) <= 0) {
                    return day.atTime(begin).plus(left).atZone(JapanTime.ZONE).toInstant();
                }
                left = today.isNegative() ? left : left.minus(today);
            }
        }
        throw new IllegalStateException("the hotline is not open for " + open + " within " + MOST_DAYS + " days");
    }

    /**
     * What is owed after a step: nothing while it is the caller's turn; what was owed before while it stays the
     * hotline's; counted anew when it becomes the hotline's again.
     *
     * @return {@code null} when nothing is owed
     */
    Instant after(TicketState before, TicketState after, Instant due, Instant now) {
        if (!TicketLife.isOurs(after)) {
            return null;
        }
        return TicketLife.isOurs(before) ? due : after(now);
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }
}
