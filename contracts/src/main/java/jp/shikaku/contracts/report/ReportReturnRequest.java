package jp.shikaku.contracts.report;

/**
 * An insurer sends a report back to its employer.
 *
 * @param reasonCode {@code item-wrong}, {@code document-missing}, {@code other-insurer}, {@code reported-before} or
 *     {@code other-reason}
 * @param note in words, 1 to 500 characters; the employer reads it
 */
public record ReportReturnRequest(String reasonCode, String note) {}
