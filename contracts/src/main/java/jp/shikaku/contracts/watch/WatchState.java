package jp.shikaku.contracts.watch;

/** The life of a watch. */
public enum WatchState {
    /** Changes are told. */
    OPEN,
    /** The card would be answered "valid" now: that was told, and there is nothing more to wait for. */
    FULFILLED,
    /** Its time ran out. */
    EXPIRED,
    /** Stopped by the institution. */
    CANCELLED
}
