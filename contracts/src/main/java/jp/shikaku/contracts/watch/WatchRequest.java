package jp.shikaku.contracts.watch;

/**
 * An institution wants to be told when the answer of one of its confirmations changes.
 *
 * @param confirmationNumber 照会番号 of a confirmation of its own that was not answered "valid"
 * @param until when to stop watching, ISO 8601 with offset; the usual time when missing
 */
public record WatchRequest(String confirmationNumber, String until) {}
