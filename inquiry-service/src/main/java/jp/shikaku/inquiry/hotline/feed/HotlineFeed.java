package jp.shikaku.inquiry.hotline.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;

import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.HotlineLine;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.hotline.HotlineCalendar;

/**
 * When a line answers, as a calendar people subscribe to (RFC 5545): each day's hours, and each closed day as a whole.
 * Days of a year whose holidays are not in the gazette yet are tentative. The same all day long.
 */
final class HotlineFeed {

    /** So far ahead, from today. */
    static final Period LENGTH = Period.ofMonths(13);

    private static final LocalizedText OPEN = new LocalizedText("受付", "Open");
    private static final LocalizedText CLOSED = new LocalizedText("休み", "Closed");
    private static final LocalizedText PROVISIONAL = new LocalizedText(
            "この年の祝日はまだ官報で公表されていないため、変わることがあります。",
            "The holidays of this year are not in the official gazette yet; this may change.");

    private final HotlineCalendar calendar;
    private final HotlineLine line;
    private final LocalDate today;
    private final Locale language;

    /** @param today in Japan */
    HotlineFeed(HotlineCalendar calendar, LocalDate today, Locale language) {
        this.calendar = calendar;
        this.line = calendar.line();
        this.today = today;
        this.language = language;
    }

    /** The calendar as text. */
    String text() {
        CalendarText feed = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Shikaku//Hotline//" + language.getLanguage().toUpperCase(Locale.ROOT))
                .words("NAME", line.name().in(language) + " " + line.phoneNumber())
                .line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        today.datesUntil(today.plus(LENGTH))
                .filter(HotlineCalendar::covers)
                .map(calendar::on)
                .forEach(day -> event(feed, day));
        return feed.line("END", "VCALENDAR").toString();
    }

    private void event(CalendarText feed, DayHours day) {
        LocalizedText what = day.closedAllDay() ? CLOSED : OPEN;
        String reason = day.reason().in(language);
        feed.line("BEGIN", "VEVENT")
                .line("UID", day.date() + "@" + line.id() + ".hotline.shikaku")
                .moment("DTSTAMP", moment(today, LocalTime.MIDNIGHT));
        if (day.closedAllDay()) {
            feed.day("DTSTART", day.date()).day("DTEND", day.date().plusDays(1));
        } else {
            feed.moment("DTSTART", moment(day.date(), day.opens())).moment("DTEND", moment(day.date(), day.closes()));
        }
        feed.words("SUMMARY", what.in(language) + ": " + line.name().in(language) + " " + line.phoneNumber())
                .words("DESCRIPTION", day.provisional() ? reason + "\n" + PROVISIONAL.in(language) : reason)
                .line("STATUS", day.provisional() ? "TENTATIVE" : "CONFIRMED")
                .line("TRANSP", "TRANSPARENT") // nobody is busy because a line is open
                .line("END", "VEVENT");
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(JapanTime.ZONE).toInstant();
    }
}
