package jp.shikaku.eligibility.webhook;

import java.security.SecureRandom;
import java.util.Base64;
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
    private static final byte CURRENT_KEY = 1;

    private final ByteSeal seal;
    private final SecureRandom random = new SecureRandom();

    SigningSecrets(@ConfigProperty(name = "shikaku.webhook-secret-key") String key) {
        this.seal = new ByteSeal(CURRENT_KEY, SecretBytes.read("shikaku.webhook-secret-key", key, ByteSeal.KEY_BYTES));
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

    byte[] seal(byte[] secret, UUID webhook) {
        return seal.close(secret, webhook.toString());
    }

    byte[] open(byte[] sealed, UUID webhook) {
        return seal.open(sealed, webhook.toString());
    }
}
