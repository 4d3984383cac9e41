package jp.shikaku.contracts.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Stands for the certificate on an individual-number card. Registration and eligibility compute it alike; neither keeps the
 * serial number itself, by which other systems know the card.
 *
 * @param value 256 bits as 43 characters of base64url, without padding
 */
public record CertificateKey(String value) {

    private static final String LABEL = "jp.shikaku.certificate-key.v1";

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#KEY_FORMAT} */
    public CertificateKey {
        value = OpaqueKey.checked(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CertificateKey of(String text) {
        return new CertificateKey(text);
    }

    /**
     * @param secret the one of {@link SubjectKey}, at least 32 bytes
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static CertificateKey of(CertificateSerial serial, byte[] secret) {
        return new CertificateKey(OpaqueKey.derived(LABEL, secret, serial.value()));
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
