package jp.shikaku.contracts.ticket;

/**
 * What an agent writes to an inquiry.
 *
 * @param kind NOTE, REPLY or QUESTION
 * @param text up to 4,000 characters; may be missing when {@code faqEntry} is there, and stands before it
 * @param faqEntry id of a question whose answer is copied; in replies only
 * @param language of that answer; missing is the language of the caller
 */
public record TicketMessageRequest(String kind, String text, String faqEntry, String language) {}
