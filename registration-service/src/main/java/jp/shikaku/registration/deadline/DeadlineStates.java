package jp.shikaku.registration.deadline;

import java.time.LocalDate;

import jp.shikaku.contracts.deadline.DeadlineState;

/**
 * How a period stands on a day.
 *
 * @param dueSoonDays so many days before the last day it is said to be near, 0 to 60; on the last day itself it always is
 */
record DeadlineStates(int dueSoonDays) {

    private static final int LONGEST = 60;

    /** @throws IllegalArgumentException when {@code dueSoonDays} is not 0 to 60 */
    DeadlineStates {
        if (dueSoonDays < 0 || dueSoonDays > LONGEST) {
            throw new IllegalArgumentException("a deadline is near 0 to " + LONGEST + " days before");
        }
    }

    /** @param doneOn {@code null} while it is not done */
    DeadlineState of(LocalDate dueOn, LocalDate doneOn, LocalDate today) {
        if (doneOn != null) {
            return DeadlineRule.isLate(dueOn, doneOn) ? DeadlineState.DONE_LATE : DeadlineState.DONE;
        }
        if (DeadlineRule.isLate(dueOn, today)) {
            return DeadlineState.OVERDUE;
        }
        return dueOn.isAfter(lastNear(today)) ? DeadlineState.ON_TIME : DeadlineState.DUE_SOON;
    }

    /** The latest last day that is near on {@code today}. */
    LocalDate lastNear(LocalDate today) {
        return today.plusDays(dueSoonDays);
    }
}
