package jp.shikaku.contracts.progress;

/** Where the registration of a person, or of a card, stands. The first that applies counts. */
public enum ProgressStage {
    /** The system check found a doubt, or a wrong link is suspected; the insurer is confirming the data. */
    BEING_CONFIRMED,
    /** The data are cleared and on their way to the eligibility service. */
    BEING_LINKED,
    /** The employer has filed; the insurer has still to register. */
    WAITING_FOR_INSURER,
    /** The latest coverage is lost and no report has arrived yet. */
    WAITING_FOR_EMPLOYER,
    /** A coverage is registered and linked: nothing waits. */
    LINKED,
    /** Nothing is known under this key. */
    NOTHING_KNOWN
}
