package jp.shikaku.inquiry.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

import jp.shikaku.contracts.calendar.JapaneseHolidays;

/**
 * The days on which offices of the state are open: not on Saturdays, Sundays and holidays, nor from 29 December to 3
 * January (行政機関の休日に関する法律1条1項). In years whose holidays are not known only the rest of this counts.
 */
public final class WorkingDays {

    private static final MonthDay YEAR_ENDS_FROM = MonthDay.of(12, 29);
    private static final MonthDay YEAR_BEGINS_UNTIL = MonthDay.of(1, 3);

    private final JapaneseHolidays holidays;

    public WorkingDays(JapaneseHolidays holidays) {
        this.holidays = holidays;
    }

    /** The working day that is the {@code count}th after {@code day}, which itself does not count (民法140条). */
    public LocalDate after(LocalDate day, int count) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    private boolean isWorkingDay(LocalDate day) {
        MonthDay inYear = MonthDay.from(day);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && inYear.isBefore(YEAR_ENDS_FROM)
                && inYear.isAfter(YEAR_BEGINS_UNTIL)
                && !isHoliday(day);
    }

    private boolean isHoliday(LocalDate day) {
        boolean known = !day.isBefore(JapaneseHolidays.FIRST_DAY) && !day.isAfter(JapaneseHolidays.LAST_DAY);
        return known && holidays.on(day).isPresent();
    }
}
