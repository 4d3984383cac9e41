package jp.shikaku.contracts.deadline;

/** How a period of days is counted. The law says one thing (民法140条), single practices another (健康保険法37条). */
public enum DayCount {
    /** 初日不算入: the day of the fact is not counted. Five days after 1 April end on 6 April. */
    EXCLUDE_FIRST_DAY,
    /** The day of the fact is day one. Five days from 1 April end on 5 April. */
    INCLUDE_FIRST_DAY
}
