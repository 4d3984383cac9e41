package jp.shikaku.contracts.faq;

/**
 * Begins a new version of a question, or a new question.
 *
 * @param entryId lower-case words joined by hyphens, up to 100 characters
 */
public record FaqDraftRequest(String entryId, FaqContentRequest content) {}
