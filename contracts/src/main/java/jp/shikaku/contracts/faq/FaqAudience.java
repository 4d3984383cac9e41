package jp.shikaku.contracts.faq;

/** For whom an answer is written. */
public enum FaqAudience {
    /** Patients and anybody else. */
    PUBLIC,
    /** Reception staff of hospitals, clinics and pharmacies. */
    DESK,
    /** Hotline agents. */
    AGENT
}
