package jp.shikaku.contracts.display;

/** Who can make a display change. */
public enum ResponsibleParty {
    PATIENT,
    /** Reception staff of a hospital, clinic or pharmacy. */
    DESK,
    EMPLOYER,
    INSURER,
    /** Who runs the eligibility system. */
    OPERATOR,
    /** Nothing has to change. */
    NOBODY
}
