package jp.shikaku.contracts.certificate;

import java.time.LocalDate;
import java.util.Objects;

import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;

/**
 * Whose a certificate is, in keys alone: what crosses from registration to eligibility.
 *
 * @param version only a higher one changes anything
 * @param expiresOn the last day on which it is valid
 */
public record BoundCertificate(
        CertificateKey certificateKey, int version, PersonKey personKey, CertificateState state, LocalDate expiresOn) {

    public BoundCertificate {
        Objects.requireNonNull(certificateKey, "certificateKey");
        Objects.requireNonNull(personKey, "personKey");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresOn, "expiresOn");
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }
}
