package jp.shikaku.contracts.audit;

/** Why somebody looked. */
public enum LookPurpose {
    /** A clinic or pharmacy asked about a card. */
    CONFIRMATION,
    /** The caller read one of its own confirmations again. */
    CONFIRMATION_REREAD,
    /** The hotline explained a display. */
    CASEFILE,
    /** Somebody reported that the answer was about another person. */
    MISLINK_REPORT,
    /** The institution was told that the answer of a confirmation it watches has changed. */
    WATCH
}
