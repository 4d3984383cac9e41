package jp.shikaku.contracts.deadline;

/** How one of the two periods stands. */
public enum DeadlineState {
    ON_TIME,
    /** The last day is today or near; how near is configured. */
    DUE_SOON,
    /** The last day has passed, and it is not done. */
    OVERDUE,
    DONE,
    DONE_LATE;

    /** Whether somebody is still waited for. */
    public boolean isRunning() {
        return this != DONE && this != DONE_LATE;
    }
}
