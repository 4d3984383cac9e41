package jp.shikaku.contracts.hold;

/** What a doubt withholds until the insurer has decided. */
public enum HoldEffect {
    /** Nothing of the version is shown. */
    STOPS_LINKAGE,
    /** The coverage is shown, medical information is not. */
    RESTRICTS_MEDICAL_INFO
}
