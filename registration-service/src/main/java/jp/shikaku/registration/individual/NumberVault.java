package jp.shikaku.registration.individual;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;

/** The one table with individual numbers, encrypted. Everything else knows a person by key. */
@Startup
@ApplicationScoped
public class NumberVault {

    private static final byte CURRENT_KEY = 1;

    private static final String KEEP =
            "insert into individual (person_key, number) values (:person, :number) on conflict do nothing";

    private final NumberCipher cipher;

    NumberVault(@ConfigProperty(name = "shikaku.individual-number-key") String key) {
        byte[] secret = SecretBytes.read("shikaku.individual-number-key", key, NumberCipher.KEY_BYTES);
        this.cipher = new NumberCipher(CURRENT_KEY, secret);
    }

    /** Keeps the number of {@code person}, in the caller's transaction. A number that is known is kept once. */
    public Uni<Void> keep(PersonKey person, IndividualNumber number) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(KEEP)
                        .setParameter("person", person.value())
                        .setParameter("number", cipher.encrypt(number, person))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
