package jp.shikaku.registration.deadline;

import java.time.LocalDate;
import java.util.Objects;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.deadline.DayCount;
import jp.shikaku.contracts.deadline.RollOver;

/**
 * The two clocks of a registration: an employer files within five days of the fact (健康保険法施行規則24条), an insurer
 * registers within five days of receiving the report (in force since 2023-06-01). Calendar days. By default a last day on
 * a Sunday or holiday does not move, as neither party is an office of the state.
 */
public final class DeadlineRule {

    private static final int LONGEST = 60;

    private final int days;
    private final DayCount dayCount;
    private final RollOver rollOver;
    private final BusinessDays businessDays;

    /** A rule whose last day stays where it is. */
    public DeadlineRule(int days, DayCount dayCount) {
        this(days, dayCount, RollOver.NONE, JapaneseHolidays.byLaw());
    }

    /**
     * @param days length of the period, 1 to 60
     * @throws IllegalArgumentException when {@code days} is not 1 to 60
     */
    public DeadlineRule(int days, DayCount dayCount, RollOver rollOver, JapaneseHolidays holidays) {
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("a deadline has 1 to " + LONGEST + " days");
        }
        this.days = days;
        this.dayCount = Objects.requireNonNull(dayCount, "dayCount");
        this.rollOver = Objects.requireNonNull(rollOver, "rollOver");
        this.businessDays = new BusinessDays(holidays);
    }

    /** The last day on which what follows from {@code fact} is in time. */
    public LocalDate dueOn(LocalDate fact) {
        return rollOver == RollOver.NONE ? lastDay(fact) : businessDays.thisOrNext(lastDay(fact));
    }

    /** Whether {@code day} is after the last day; the last day itself is in time until it ends (民法141条). */
    public static boolean isLate(LocalDate dueOn, LocalDate day) {
        return day.isAfter(dueOn);
    }

    /** The day that is counted as the first. */
    LocalDate firstDay(LocalDate fact) {
        return switch (dayCount) {
            case EXCLUDE_FIRST_DAY -> fact.plusDays(1);
            case INCLUDE_FIRST_DAY -> fact;
        };
    }

    /** Where the count ends, before it moves. */
    LocalDate lastDay(LocalDate fact) {
        return firstDay(fact).plusDays(days - 1L);
    }

    int days() {
        return days;
    }

    DayCount dayCount() {
        return dayCount;
    }

    RollOver rollOver() {
        return rollOver;
    }
}
