package jp.shikaku.contracts.enrolment;

/**
 * An insurer enters, or corrects, one of its insured persons. The insurer itself is known from its token.
 *
 * @param recordKey the insurer's own key of this record (履歴番号), unique within the insurer, at most 100 characters; may
 *     be missing
 * @param symbol 記号, may be missing
 * @param number 番号
 * @param branch 枝番, two digits, may be missing
 * @param cardClass 被保険者証区分, {@code 01} to {@code 07}; {@code 01} when missing
 * @param cardIssuedOn 交付年月日; may be missing
 * @param cardValidFrom 有効開始年月日; may be missing
 * @param cardExpiresOn 有効終了年月日, the last valid day; may be missing
 * @param nameOther 通称名 or another name that the card shows; may be missing
 * @param sex 1 male, 2 female
 * @param sexOnCard 性別2: what the card shows, 1, 2 or 3 (not set), where it is not {@code sex}; may be missing
 * @param postalCode seven digits, with or without dash; may be missing
 * @param relation 1 the insured person, 2 family
 * @param burdenShare 一部負担金割合, {@code 010}, {@code 020} or {@code 030}; may be missing
 * @param acquired 資格取得年月日, {@code YYYY-MM-DD}
 * @param lost 資格喪失年月日, first day without coverage; may be missing
 * @param lossReason 01, 02, 03 or 99; only together with {@code lost}
 */
public record EnrolmentRequest(
        String recordKey,
        String individualNumber,
        String symbol,
        String number,
        String branch,
        String cardClass,
        String cardIssuedOn,
        String cardValidFrom,
        String cardExpiresOn,
        String name,
        String nameKana,
        String nameOther,
        String nameOtherKana,
        String birthDate,
        String sex,
        String sexOnCard,
        String postalCode,
        String address,
        String relation,
        String burdenShare,
        String acquired,
        String lost,
        String lossReason) {

    /** Leaves everything out that identifies the person, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "EnrolmentRequest[acquired=" + acquired + "]";
    }
}
