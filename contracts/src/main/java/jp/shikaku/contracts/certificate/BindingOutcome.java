package jp.shikaku.contracts.certificate;

/** What became of one binding. */
public enum BindingOutcome {
    /** In force from now on. */
    APPLIED,
    /** The same version with the same content was there already. */
    APPLIED_BEFORE,
    /** A newer version was there already, or came in the same request. */
    STALE,
    /** The same version was there already, with another content: the sender is at fault. */
    CONFLICT
}
