package jp.shikaku.contracts.report;

/** Who brought a report into the state it is in. */
public enum ReportActor {
    EMPLOYER,
    INSURER,
    /** The day came. */
    SYSTEM
}
