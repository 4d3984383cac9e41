package jp.shikaku.contracts.linkage;

/** What became of one version that was handed over. */
public enum CoverageOutcome {
    /** Applied now. */
    APPLIED,
    /** The same version with the same content had been applied before. */
    APPLIED_BEFORE,
    /** A newer version had been applied before, or came in the same batch. */
    STALE,
    /** The same version had been applied before with another content. */
    CONFLICT,
    /** It cannot be accepted as it stands. */
    INVALID;

    /** Whether eligibility has this version or a newer one: there is nothing left to be sent. */
    public boolean settled() {
        return this == APPLIED || this == APPLIED_BEFORE || this == STALE;
    }
}
