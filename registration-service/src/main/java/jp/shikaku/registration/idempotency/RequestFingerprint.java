package jp.shikaku.registration.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.kit.secret.SecretBytes;

/**
 * Tells whether two requests are the same, without keeping either. Keyed: a plain hash over a body with an individual
 * number would give the number away to whoever tries all of them (R5).
 */
@ApplicationScoped
class RequestFingerprint {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "jp.shikaku.request-fingerprint.v1";
    private static final int MIN_BYTES = 32;

    private final SecretKeySpec key;
    private final ObjectMapper json;

    RequestFingerprint(@ConfigProperty(name = "shikaku.person-key-secret") String secret, ObjectMapper json) {
        this.key = new SecretKeySpec(SecretBytes.read("shikaku.person-key-secret", secret, MIN_BYTES), ALGORITHM);
        this.json = json;
    }

    /** 32 bytes; the same for the same {@code request} to the same {@code operation}. */
    byte[] of(String operation, Object request) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((LABEL + '\n' + operation + '\n').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(json.writeValueAsBytes(request));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from JSON can be written to it");
        }
    }
}
