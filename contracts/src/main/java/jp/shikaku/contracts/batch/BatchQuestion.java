package jp.shikaku.contracts.batch;

/**
 * One question of a batch: by the numbers on a card, as {@link jp.shikaku.contracts.confirmation.ConfirmationRequest}, or by
 * the certificate of an individual-number card, as {@link jp.shikaku.contracts.confirmation.CertificateConfirmationRequest};
 * never by both.
 *
 * @param insurerNumber 保険者番号, 8 digits (6 for 国保)
 * @param symbol 記号, may be missing
 * @param number 番号
 * @param branch 枝番, two digits, may be missing
 * @param birthDate {@code YYYY-MM-DD}
 * @param asOf the date the care is given, {@code YYYY-MM-DD}; today in Japan when missing
 * @param correlationId the caller's own id for this question, at most 64 characters, given back unchanged
 * @param certificateSerial of the certificate for signing in (利用者証明用電子証明書), hexadecimal; then without what stands on a
 *     card
 */
public record BatchQuestion(
        String insurerNumber,
        String symbol,
        String number,
        String branch,
        String birthDate,
        String asOf,
        String correlationId,
        String certificateSerial) {

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "BatchQuestion[***]";
    }
}
