package jp.shikaku.contracts.report;

/** What an employer sees of its report, and all it sees. */
public enum ReportState {
    /** Received; the insurer has still to register. */
    FILED,
    /** The insurer has entered the person. */
    REGISTERED
}
