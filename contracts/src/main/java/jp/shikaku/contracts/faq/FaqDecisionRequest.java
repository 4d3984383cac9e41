package jp.shikaku.contracts.faq;

/**
 * An operator decides on a draft.
 *
 * @param decision {@link FaqDraftDecision}
 * @param comment up to 500 characters, kept in the history; needed to return a draft
 */
public record FaqDecisionRequest(String decision, String comment) {}
