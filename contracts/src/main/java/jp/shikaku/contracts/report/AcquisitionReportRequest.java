package jp.shikaku.contracts.report;

/**
 * 資格取得届: an employer reports that a person has begun to work there. The employer itself is known from its token.
 *
 * @param insurerNumber the insurer it is filed with
 * @param individualNumber 個人番号, required on the form since 2023-06-01
 * @param name 漢字氏名
 * @param nameKana カナ氏名
 * @param birthDate {@code YYYY-MM-DD}
 * @param sex 1 male, 2 female
 * @param acquired the first day at work, {@code YYYY-MM-DD}
 */
public record AcquisitionReportRequest(
        String insurerNumber,
        String individualNumber,
        String name,
        String nameKana,
        String birthDate,
        String sex,
        String address,
        String acquired) {

    /** Leaves the individual number out, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "AcquisitionReportRequest[insurerNumber=" + insurerNumber + "]";
    }
}
