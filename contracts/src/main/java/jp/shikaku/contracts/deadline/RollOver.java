package jp.shikaku.contracts.deadline;

/** What becomes of a last day on which offices are closed. */
public enum RollOver {
    /** It stays: a report can be sent on any day. */
    NONE,
    /** It moves to the next day that is no Saturday, Sunday or holiday and not from 29 December to 3 January. */
    NEXT_BUSINESS_DAY
}
