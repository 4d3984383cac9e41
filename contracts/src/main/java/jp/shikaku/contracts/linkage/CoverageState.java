package jp.shikaku.contracts.linkage;

/** What may be done with a linked coverage. */
public enum CoverageState {
    /** May be shown. */
    VISIBLE,
    /** A wrong link is suspected: shown to nobody until the insurer has decided. */
    SUSPENDED,
    /** Taken back by the insurer: as if it had never been linked. */
    WITHDRAWN
}
