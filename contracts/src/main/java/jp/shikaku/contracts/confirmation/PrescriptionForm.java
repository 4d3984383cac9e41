package jp.shikaku.contracts.confirmation;

/** How a prescription is given out for a confirmation (処方箋発行形態). */
public enum PrescriptionForm {
    /** 電子処方箋 may be issued, registered and retrieved. */
    ELECTRONIC,
    /** 紙の処方箋, as before. */
    PAPER
}
