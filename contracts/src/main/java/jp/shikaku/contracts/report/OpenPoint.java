package jp.shikaku.contracts.report;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One thing that an employer still has to do about a report.
 *
 * @param code stable code of the {@link ReportPoint}
 * @param field JSON pointer of the field it speaks of; empty when it is about the whole
 * @param message what is missing or wrong
 * @param nextStep how to mend it
 */
public record OpenPoint(String code, String field, LocalizedText message, LocalizedText nextStep) {}
