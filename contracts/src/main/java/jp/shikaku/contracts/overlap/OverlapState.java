package jp.shikaku.contracts.overlap;

/** How an overlap stands. */
public enum OverlapState {
    /** The latest list tells of it. */
    OPEN,
    /** Its insurer has said why the coverage stays: it is not closed ex officio. */
    OBJECTED,
    /** The coverage was closed ex officio (職権). */
    CLOSED,
    /** The latest list does not tell of it any more. */
    OVER
}
