package jp.shikaku.contracts.mislink;

/** Whether what is suspected is still shown somewhere. */
public enum MislinkDisplay {
    /** Decided and on its way; eligibility has not confirmed it yet. */
    STOPPING,
    /** Shown nowhere any more. */
    STOPPED
}
