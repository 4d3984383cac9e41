package jp.shikaku.registration.check;

/** What a record is checked for: which severity follows from a difference depends on it. */
public enum CheckMode {
    /** Before it is linked for the first time: any difference holds (in force since May 2024). */
    NEW_DATA,
    /** 全件チェック: a record that is linked is compared again, with the severities of 2023. */
    RECHECK
}
