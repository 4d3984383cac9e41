package jp.shikaku.contracts.confirmation;

/**
 * A clinic or pharmacy asks about the holder of the individual-number card in its reader, once the reader has made sure who
 * that is (face or PIN).
 *
 * @param certificateSerial of the certificate for signing in (利用者証明用電子証明書), hexadecimal
 * @param asOf the date the care is given, {@code YYYY-MM-DD}; today in Japan when missing
 * @param correlationId the caller's own id for this question, at most 64 characters, given back unchanged
 */
public record CertificateConfirmationRequest(String certificateSerial, String asOf, String correlationId) {

    /** Names no card, wherever it is printed. */
    @Override
    public String toString() {
        return "CertificateConfirmationRequest[***]";
    }
}
