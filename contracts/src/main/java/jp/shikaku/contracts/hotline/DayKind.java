package jp.shikaku.contracts.hotline;

/** Which of a line's regular hours apply on a day. */
public enum DayKind {
    /** Monday to Friday, not a holiday. */
    WEEKDAY,
    SATURDAY,
    SUNDAY,
    /** A day off under the Act on National Holidays (祝日法), whatever the day of the week. */
    HOLIDAY,
    /** One of the line's own yearly days off, such as 12/29 to 1/3. */
    CLOSURE
}
