package jp.shikaku.contracts.faq;

/** What a question is about. */
public enum FaqTopic {
    /** What the card is good for. */
    MERITS,
    /** Insurance cards of paper or plastic (従来の保険証). */
    OLD_CARD,
    /** Being treated without a registered My Number card (資格確認書). */
    WITHOUT_CARD,
    JOB_CHANGE,
    /** How soon a new coverage can be seen. */
    TIMING,
    /** What a screen said. */
    DISPLAY,
    /** Why the system check holds a record. */
    HELD,
    PRESCRIPTION,
    COST,
    PIN,
    /** The electronic certificate runs out. */
    CERTIFICATE_EXPIRY,
    LOST_CARD,
    CARD_READER,
    /** ● in a name. */
    NAME_CHARACTERS,
    WRONG_PERSON,
    /** Registering the card for use, or cancelling it. */
    USE_REGISTRATION,
    /** Turning 75, a birth, dependants, continuing voluntarily. */
    LIFE_EVENT,
    /** 資格情報のお知らせ. */
    ELIGIBILITY_SHEET,
    /** Whom to ask. */
    CONTACT
}
