package jp.shikaku.contracts.webhook;

/**
 * @param retried how many dead letters are on their way again, at most 1,000
 * @param left how many there are still
 */
public record WebhookRetry(int retried, long left) {}
