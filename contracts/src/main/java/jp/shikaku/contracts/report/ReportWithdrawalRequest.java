package jp.shikaku.contracts.report;

/**
 * An employer takes a report back.
 *
 * @param reason in words, 1 to 500 characters; kept in the report's history
 */
public record ReportWithdrawalRequest(String reason) {}
