package jp.shikaku.contracts.importing;

/** The life of a file that was sent to be taken in. */
public enum ImportState {
    /** Stored as a whole; nobody works on it yet. */
    WAITING,
    /** Its rows are being taken in. */
    RUNNING,
    /** The resident register cannot be asked: goes on by itself once it can. */
    WAITING_FOR_REGISTER,
    /** Every row was taken in or refused. */
    COMPLETED,
    /** Stopped by the insurer. What was taken in before stays. */
    CANCELLED,
    /** Given up after repeated failures on our side. What was taken in before stays; the file can be sent again. */
    FAILED;

    /** Whether nothing more is going to happen. */
    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
