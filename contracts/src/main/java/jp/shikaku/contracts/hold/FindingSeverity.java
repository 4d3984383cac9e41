package jp.shikaku.contracts.hold;

/** What a finding does to the record. */
public enum FindingSeverity {
    /** Linkage stops until the insurer has confirmed, corrected or withdrawn. */
    HOLDS,
    /** The coverage is shown, medical information is not. */
    RESTRICTS_MEDICAL_INFO,
    /** Told to the insurer; nothing is withheld. */
    NOTES
}
