package jp.shikaku.contracts.deadline;

/** The two periods of a report. */
public enum DeadlineClock {
    /** From the fact until the employer has filed. */
    EMPLOYER,
    /** From filing until the insurer has registered: has entered the person, also when the record is then in doubt. */
    INSURER
}
