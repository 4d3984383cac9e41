package jp.shikaku.contracts.faq;

/** How far a draft is. */
public enum FaqDraftState {
    /** Being written. */
    DRAFT,
    /** Waiting for somebody who did not write it. */
    IN_REVIEW,
    /** Published, for good: a correction is a new draft. */
    PUBLISHED,
    /** Given up. */
    DISCARDED
}
