package jp.shikaku.inquiry.hotline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

import jp.shikaku.contracts.calendar.Holiday;
import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.DayKind;
import jp.shikaku.contracts.hotline.HotlineLine;
import jp.shikaku.contracts.hotline.HotlineStatus;
import jp.shikaku.contracts.hotline.OpenSpan;
import jp.shikaku.contracts.hotline.OpeningHours;
import jp.shikaku.contracts.hotline.StatusChange;
import jp.shikaku.contracts.hotline.YearlyClosure;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;

/** When one line answers. Days and hours are Japan's, wherever the caller or this program is (R9). */
public final class HotlineCalendar {

    /** The first day that can be asked about. */
    public static final LocalDate FIRST_DAY = JapaneseHolidays.FIRST_DAY;

    /** The last day that can be asked about: a year less than the holidays, so that a next opening is always known. */
    public static final LocalDate LAST_DAY = JapaneseHolidays.LAST_DAY.minusYears(1);

    /** Longer than any run of closed days of a real line; a line closed longer is an error of its data. */
    private static final int LONGEST_CLOSURE_DAYS = 31;

    private final HotlineLine line;
    private final OpeningHours hours;
    private final JapaneseHolidays holidays;

    HotlineCalendar(HotlineLine line, JapaneseHolidays holidays) {
        this.line = line;
        this.hours = line.hours();
        this.holidays = holidays;
    }

    public HotlineLine line() {
        return line;
    }

    /** Whether {@code day} can be asked about. */
    public static boolean covers(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /**
     * Whether the line answers at {@code moment}, and when that changes.
     *
     * @throws DateTimeException when {@code moment} is not on a day this calendar {@linkplain #covers covers}
     */
    public HotlineStatus at(Instant moment) {
        OffsetDateTime asOf = JapanTime.wire(moment);
        DayHours today = on(asOf.toLocalDate());
        boolean open = today.answersAt(asOf.toLocalTime());
        DayHours opening = nextOpening(asOf);
        OffsetDateTime opens = japan(opening.date(), opening.opens());
        OffsetDateTime closes = open ? japan(today.date(), today.closes()) : japan(opening.date(), opening.closes());
        StatusChange next = open
                ? new StatusChange(StatusChange.Turn.CLOSES, closes)
                : new StatusChange(StatusChange.Turn.OPENS, opens);
        return new HotlineStatus(
                line.id(), asOf, open, today, next, opens, closes, new StatusSentence(today, next).text());
    }

    /**
     * The hours of {@code day}.
     *
     * @throws DateTimeException when this calendar does not {@linkplain #covers cover} {@code day}
     */
    public DayHours on(LocalDate day) {
        if (!covers(day)) {
            throw new DateTimeException("hours are known from " + FIRST_DAY + " to " + LAST_DAY);
        }
        return hoursOf(day);
    }

    private DayHours hoursOf(LocalDate day) {
        Optional<YearlyClosure> closure =
                hours.closures().stream().filter(c -> c.includes(day)).findFirst();
        if (closure.isPresent()) {
            return hours(day, DayKind.CLOSURE, null, closure.get().reason());
        }
        Optional<Holiday> holiday = holidays.on(day);
        if (holiday.isPresent()) {
            return hours(day, DayKind.HOLIDAY, hours.holiday(), holiday.get().name());
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> hours(day, DayKind.SATURDAY, hours.saturday(), new LocalizedText("土曜日", "Saturday"));
            case SUNDAY -> hours(day, DayKind.SUNDAY, hours.sunday(), new LocalizedText("日曜日", "Sunday"));
            default -> hours(day, DayKind.WEEKDAY, hours.weekday(), new LocalizedText("平日", "Weekday"));
        };
    }

    private DayHours hours(LocalDate day, DayKind kind, OpenSpan span, LocalizedText reason) {
        boolean provisional = holidays.provisional(day);
        return span == null
                ? new DayHours(day, kind, null, null, reason, provisional)
                : new DayHours(day, kind, span.opens(), span.closes(), reason, provisional);
    }

    /** The day on which the line opens next. */
    private DayHours nextOpening(OffsetDateTime after) {
        LocalDate today = after.toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(LONGEST_CLOSURE_DAYS + 1L)
                .map(this::hoursOf)
                .filter(day -> !day.closedAllDay())
                .filter(day -> japan(day.date(), day.opens()).isAfter(after))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "line " + line.id() + " does not open within " + LONGEST_CLOSURE_DAYS + " days of " + today));
    }

    private static OffsetDateTime japan(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(JapanTime.ZONE).toOffsetDateTime();
    }
}
