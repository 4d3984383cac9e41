package jp.shikaku.contracts.faq;

/** What happens to a draft. */
public enum FaqDraftDecision {
    /** It is ready to be reviewed. */
    SUBMIT,
    /** It goes back to be written on, with a comment. */
    RETURN,
    /** It is right and is published; not by who wrote on it. */
    APPROVE,
    /** It is given up. */
    DISCARD
}
