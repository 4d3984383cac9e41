package jp.shikaku.registration.individual;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.kit.secret.SecretBytes;

/** Makes the key of a person. Nothing outside this service can: the secret is here and nowhere else. */
@Startup
@ApplicationScoped
public class PersonKeys {

    private static final int MIN_BYTES = 32;

    private final byte[] secret;

    PersonKeys(@ConfigProperty(name = "shikaku.person-key-secret") String secret) {
        this.secret = SecretBytes.read("shikaku.person-key-secret", secret, MIN_BYTES);
    }

    public PersonKey of(IndividualNumber number) {
        return PersonKey.of(number, secret);
    }
}
