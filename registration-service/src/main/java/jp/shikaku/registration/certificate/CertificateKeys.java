package jp.shikaku.registration.certificate;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.kit.secret.SecretBytes;

/** Makes the key of a certificate, with the secret that eligibility has too. */
@ApplicationScoped
class CertificateKeys {

    private static final int MIN_BYTES = 32;

    private final byte[] secret;

    CertificateKeys(@ConfigProperty(name = "shikaku.subject-key-secret") String secret) {
        this.secret = SecretBytes.read("shikaku.subject-key-secret", secret, MIN_BYTES);
    }

    CertificateKey of(CertificateSerial serial) {
        return CertificateKey.of(serial, secret);
    }
}
