package jp.shikaku.eligibility.coverage;

import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.person.SubjectKey;

/** Makes the key of a card, with the secret that registration has too. */
@ApplicationScoped
public class SubjectKeys {

    private final byte[] secret;

    SubjectKeys(@ConfigProperty(name = "shikaku.subject-key-secret") String secret) {
        this.secret = Base64.getDecoder().decode(secret);
    }

    public SubjectKey of(InsuredCard card) {
        return SubjectKey.of(card, secret);
    }
}
