package jp.shikaku.contracts.certificate;

/**
 * What an authority says of one certificate. A renewed certificate has another serial number and is another binding; the
 * former one comes as {@code REVOKED}.
 *
 * @param serial of the certificate for signing in (利用者証明用電子証明書), hexadecimal
 * @param version counts what was said of this certificate, from 1; only a higher one changes anything
 * @param individualNumber of the holder; goes no further than registration (R5)
 * @param state {@code ACTIVE}, {@code SUSPENDED} or {@code REVOKED}
 * @param expiresOn the last day on which it is valid, {@code YYYY-MM-DD}
 */
public record CertificateBindingRequest(
        String serial, Integer version, String individualNumber, String state, String expiresOn) {

    /** Names nobody, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "CertificateBindingRequest[***]";
    }
}
