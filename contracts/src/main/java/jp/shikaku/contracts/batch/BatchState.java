package jp.shikaku.contracts.batch;

/** The life of a batch of questions. */
public enum BatchState {
    /** Taken over as a whole; nobody works on it yet. */
    WAITING,
    /** Its questions are being answered. */
    RUNNING,
    /** Every row was answered or refused: the result can be fetched. */
    COMPLETED
}
