package jp.shikaku.contracts.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an employer reports of a person. The employer itself is known from its token. Only the day on which the coverage
 * begins or ends has to be there; what else is missing is listed in the answer.
 *
 * @param insurerNumber the insurer it is filed with
 * @param individualNumber 個人番号 of the person, required on the form since 2023-06-01
 * @param name 漢字氏名
 * @param nameKana カナ氏名
 * @param birthDate {@code YYYY-MM-DD}
 * @param sex 1 male, 2 female
 * @param acquired first day of the coverage, {@code YYYY-MM-DD}; with a first day at work that is it
 * @param kind {@link ReportKind}; {@code ACQUISITION} when it is missing
 * @param lost first day without the coverage, {@code YYYY-MM-DD}; a dependant change has this or {@code acquired}
 * @param lossReason {@link jp.shikaku.contracts.coverage.LossReason}, of a loss
 * @param relationship {@link DependantRelationship} to the insured person, of a dependant change
 * @param insuredIndividualNumber 個人番号 of the insured person, of a dependant change
 * @param insuredName 漢字氏名 of the insured person, of a dependant change
 * @param reference the employer's own number or word for the report, given back with it; not interpreted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportRequest(
        String insurerNumber,
        String individualNumber,
        String name,
        String nameKana,
        String birthDate,
        String sex,
        String address,
        String acquired,
        String kind,
        String lost,
        String lossReason,
        String relationship,
        String insuredIndividualNumber,
        String insuredName,
        String reference) {
    /** Leaves the person out, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "ReportRequest[insurerNumber=" + insurerNumber + "]";
    }
}
