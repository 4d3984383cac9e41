package jp.shikaku.contracts.calendar;

/** Why a day is off under the Act on National Holidays. */
public enum HolidayKind {
    /** A national holiday (国民の祝日), or a day a special law treats as one. */
    NATIONAL,
    /** 振替休日: the day off for a national holiday on a Sunday (Article 3, paragraph 2). */
    SUBSTITUTE,
    /** 国民の休日: a day between two national holidays (Article 3, paragraph 3). */
    BETWEEN
}
