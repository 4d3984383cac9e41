package jp.shikaku.eligibility.certificate;

import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.person.CertificateKey;

/** Makes the key of a certificate, with the secret that registration has too. */
@ApplicationScoped
public class CertificateKeys {

    private final byte[] secret;

    CertificateKeys(@ConfigProperty(name = "shikaku.subject-key-secret") String secret) {
        this.secret = Base64.getDecoder().decode(secret);
    }

    public CertificateKey of(CertificateSerial serial) {
        return CertificateKey.of(serial, secret);
    }
}
