package jp.shikaku.registration.deadline;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The two clocks of a registration: an employer files within five days of the fact (健康保険法施行規則24条), an insurer
 * registers within five days of receiving the report (in force since 2023-06-01). Calendar days; a last day on a Sunday
 * or holiday does not move, as neither party is an office of the state.
 *
 * @param days length of the period, 1 to 60
 */
public record DeadlineRule(int days, DayCount dayCount) {

    private static final int LONGEST = 60;

    /** @throws IllegalArgumentException when {@code days} is not 1 to 60 */
    public DeadlineRule {
        Objects.requireNonNull(dayCount, "dayCount");
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("a deadline has 1 to " + LONGEST + " days");
        }
    }

    /** The last day on which what follows from {@code fact} is in time. */
    public LocalDate dueOn(LocalDate fact) {
        return switch (dayCount) {
            case EXCLUDE_FIRST_DAY -> fact.plusDays(days);
            case INCLUDE_FIRST_DAY -> fact.plusDays(days - 1L);
        };
    }

    /** Whether {@code day} is after the last day; the last day itself is in time until it ends (民法141条). */
    public static boolean isLate(LocalDate dueOn, LocalDate day) {
        return day.isAfter(dueOn);
    }
}
