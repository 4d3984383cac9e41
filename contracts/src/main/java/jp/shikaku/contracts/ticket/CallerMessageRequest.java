package jp.shikaku.contracts.ticket;

/** @param text up to 4,000 characters, line breaks included */
public record CallerMessageRequest(String text) {}
