package jp.shikaku.contracts.webhook;

/**
 * Where an institution wants its events to be sent.
 *
 * @param url absolute {@code https} address without user, password and fragment, at most 500 characters
 */
public record WebhookRequest(String url) {}
