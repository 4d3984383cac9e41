package jp.shikaku.contracts.enrolment;

/**
 * An insurer enters, or corrects, one of its insured persons. The insurer itself is known from its token.
 *
 * @param symbol 記号, may be missing
 * @param number 番号
 * @param branch 枝番, two digits, may be missing
 * @param sex 1 male, 2 female
 * @param relation 1 the insured person, 2 family
 * @param acquired 資格取得年月日, {@code YYYY-MM-DD}
 * @param lost 資格喪失年月日, first day without coverage; may be missing
 * @param lossReason 01, 02, 03 or 99; only together with {@code lost}
 */
public record EnrolmentRequest(
        String individualNumber,
        String symbol,
        String number,
        String branch,
        String name,
        String nameKana,
        String birthDate,
        String sex,
        String address,
        String relation,
        String acquired,
        String lost,
        String lossReason) {

    /** Leaves everything out that identifies the person, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "EnrolmentRequest[acquired=" + acquired + "]";
    }
}
