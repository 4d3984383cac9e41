package jp.shikaku.eligibility.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.kit.secret.ByteSeal;
import jp.shikaku.kit.secret.SecretBytes;

/** The secrets by which messages are signed: made here, told once, kept sealed and bound to their webhook. */
@Startup
@ApplicationScoped
class SigningSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String CURRENT = "shikaku.webhook-secret-key";
    private static final String OTHER = "shikaku.webhook-other-secret-key";

    private final byte current;
    private final Map<Byte, ByteSeal> seals = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param currentKey seals and opens (base64, 32 bytes)
     * @param currentNumber 1 to 127; what was sealed says by which key
     * @param otherKey opens only: the key that comes, and afterwards the one that goes
     * @throws IllegalStateException naming the property that cannot be used
     */
    SigningSecrets(
            @ConfigProperty(name = CURRENT) String currentKey,
            @ConfigProperty(name = CURRENT + "-number", defaultValue = "1") int currentNumber,
            @ConfigProperty(name = OTHER) Optional<String> otherKey,
            @ConfigProperty(name = OTHER + "-number") Optional<Integer> otherNumber) {
        this.current = number(CURRENT + "-number", currentNumber);
        seals.put(current, seal(current, CURRENT, currentKey));
        otherKey.ifPresent(key -> {
            byte other = number(OTHER + "-number", otherNumber.orElse(0));
            if (other == current) {
                throw new IllegalStateException(OTHER + "-number is that of the current key");
            }
            seals.put(other, seal(other, OTHER, key));
        });
    }

    private static byte number(String property, int number) {
        if (number < 1 || number > Byte.MAX_VALUE) {
            throw new IllegalStateException(property + " is not 1 to " + Byte.MAX_VALUE);
        }
        return (byte) number;
    }

    private static ByteSeal seal(byte number, String property, String key) {
        return new ByteSeal(number, SecretBytes.read(property, key, ByteSeal.KEY_BYTES));
    }

    byte[] next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** As it is told to its owner. */
    static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The number of the key by which is sealed from now on. */
    int currentKey() {
        return current;
    }

    byte[] seal(byte[] secret, UUID webhook) {
        return seals.get(current).close(secret, webhook.toString());
    }

    /** @throws IllegalStateException when it was sealed by a key that is not here, for another webhook, or changed */
    byte[] open(byte[] sealed, UUID webhook) {
        ByteSeal seal = seals.get(sealed[0]);
        if (seal == null) {
            throw new IllegalStateException("sealed by key " + sealed[0] + ", which is not configured");
        }
        return seal.open(sealed, webhook.toString());
    }

    byte[] sealAnew(byte[] sealed, UUID webhook) {
        return sealed[0] == current ? sealed : seal(open(sealed, webhook), webhook);
    }
}
