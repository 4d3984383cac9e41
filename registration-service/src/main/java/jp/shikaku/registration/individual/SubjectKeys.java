package jp.shikaku.registration.individual;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.secret.SecretBytes;

/** Makes the key of a card, with the secret that eligibility has too. */
@Startup
@ApplicationScoped
public class SubjectKeys {

    private static final int MIN_BYTES = 32;

    private final byte[] secret;

    SubjectKeys(@ConfigProperty(name = "shikaku.subject-key-secret") String secret) {
        this.secret = SecretBytes.read("shikaku.subject-key-secret", secret, MIN_BYTES);
    }

    public SubjectKey of(InsuredCard card) {
        return SubjectKey.of(card, secret);
    }
}
