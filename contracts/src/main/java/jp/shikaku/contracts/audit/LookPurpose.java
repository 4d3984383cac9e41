package jp.shikaku.contracts.audit;

/** Why somebody looked. */
public enum LookPurpose {
    /** A clinic or pharmacy asked about a card. */
    CONFIRMATION,
    /** The caller read one of its own confirmations again. */
    CONFIRMATION_REREAD,
    /** The caller asked how one of its own confirmations would be answered now, or looked it up in a list. */
    CONFIRMATION_RECHECK,
    /** The caller asked what may be done with an electronic prescription. */
    PRESCRIPTION,
    /** The hotline explained a display. */
    CASEFILE,
    /** Somebody reported that the answer was about another person. */
    MISLINK_REPORT,
    /** The institution was told that the answer of a confirmation it watches has changed. */
    WATCH,
    /** A person read, through a portal, who had looked. */
    ACCESS_HISTORY
}
