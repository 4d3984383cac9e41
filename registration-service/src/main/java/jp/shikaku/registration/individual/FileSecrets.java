package jp.shikaku.registration.individual;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.kit.secret.ByteSeal;
import jp.shikaku.kit.secret.SecretBytes;

/** Protects files that hold individual numbers, under keys of their own that are made from those of the numbers. */
@Startup
@ApplicationScoped
public class FileSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte CURRENT_KEY = 1;
    private static final int MIN_BYTES = 32;

    private final ByteSeal seal;
    private final SecretKeySpec markKey;

    FileSecrets(
            @ConfigProperty(name = "shikaku.individual-number-key") String numberKey,
            @ConfigProperty(name = "shikaku.person-key-secret") String personKeySecret) {
        byte[] number = SecretBytes.read("shikaku.individual-number-key", numberKey, ByteSeal.KEY_BYTES);
        byte[] person = SecretBytes.read("shikaku.person-key-secret", personKeySecret, MIN_BYTES);
        this.seal = new ByteSeal(CURRENT_KEY, derived(number, "jp.shikaku.file-content.v1"));
        this.markKey = new SecretKeySpec(derived(person, "jp.shikaku.file-mark.v1"), ALGORITHM);
    }

    /** For the content of files, and parts of it. */
    public ByteSeal seal() {
        return seal;
    }

    /**
     * Makes 32 bytes that are the same for the same file. Keyed: a plain hash of a short file with an individual number
     * would give the number away to whoever tries all of them (R5).
     */
    public Mac newMark() {
        return mac(markKey);
    }

    private static byte[] derived(byte[] secret, String label) {
        return mac(new SecretKeySpec(secret, ALGORITHM)).doFinal(label.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
