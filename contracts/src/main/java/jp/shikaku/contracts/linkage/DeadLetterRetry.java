package jp.shikaku.contracts.linkage;

/**
 * What came of retrying all dead letters.
 *
 * @param retried how many are on their way again, at most 1,000
 * @param left how many dead letters there are still
 */
public record DeadLetterRetry(int retried, long left) {}
