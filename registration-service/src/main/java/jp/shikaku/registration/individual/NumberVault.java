package jp.shikaku.registration.individual;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.kit.secret.ByteSeal;
import jp.shikaku.kit.secret.SecretBytes;

/** The one table with individual numbers, encrypted. Everything else knows a person by key. */
@Startup
@ApplicationScoped
public class NumberVault {

    /** Encrypted, in the order of the keys of their persons, which is the order in which persons are locked. */
    public static final class SealedNumbers {

        private final String[] persons;
        private final Buffer[] closed;

        private SealedNumbers(String[] persons, Buffer[] closed) {
            this.persons = persons;
            this.closed = closed;
        }
    }

    private static final byte CURRENT_KEY = 1;

    private static final String KEEP =
            """
            insert into individual (person_key, number) select unnest($1::text[]), unnest($2::bytea[])
            on conflict do nothing""";

    /**
     * In one order, so that two who want the same persons wait for each other and never in a circle. Whom this transaction
     * has just brought in nobody else gets hold of anyhow, and most people of a file are such.
     */
    private static final String LOCK =
            """
            select 1 from individual where person_key = any($1) and xmin <> pg_current_xact_id()::xid
            order by person_key for no key update""";

    private static final String READ = "select person_key, number from individual where person_key = any($1)";

    private final NumberCipher cipher;

    NumberVault(@ConfigProperty(name = "shikaku.individual-number-key") String key) {
        byte[] secret = SecretBytes.read("shikaku.individual-number-key", key, ByteSeal.KEY_BYTES);
        this.cipher = new NumberCipher(new ByteSeal(CURRENT_KEY, secret));
    }

    /**
     * Keeps the numbers, in the caller's transaction; a number that is known is kept once. Until the transaction ends
     * nobody else gets hold of any of these persons: of two records with one number at the same moment the second is
     * checked against the first.
     */
    public Uni<Void> keepAndLock(SqlConnection transaction, Map<PersonKey, IndividualNumber> numbers) {
        return keepAndLock(transaction, seal(numbers));
    }

    /** The numbers as they are to be kept. A thousand take too long for an event loop. */
    public SealedNumbers seal(Map<PersonKey, IndividualNumber> numbers) {
        SortedMap<String, IndividualNumber> sorted = new TreeMap<>();
        numbers.forEach((person, number) -> sorted.put(person.value(), number));
        return new SealedNumbers(
                sorted.keySet().toArray(String[]::new),
                cipher.encryptAll(sorted).stream().map(Buffer::buffer).toArray(Buffer[]::new));
    }

    /** As {@link #keepAndLock(SqlConnection, Map)}. */
    public Uni<Void> keepAndLock(SqlConnection transaction, SealedNumbers numbers) {
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(KEEP).execute(Tuple.of(numbers.persons, numbers.closed)),
                        transaction.preparedQuery(LOCK).execute(Tuple.of((Object) numbers.persons)))
                .discardItems();
    }

    /** The numbers of {@code persons}, for the one who asks the resident register again, or enrols whom an employer reported. */
    public Uni<Map<PersonKey, IndividualNumber>> read(SqlClient client, Collection<PersonKey> persons) {
        String[] keys = persons.stream().map(PersonKey::value).toArray(String[]::new);
        return client.preparedQuery(READ).execute(Tuple.of((Object) keys)).map(rows -> rows.stream()
                .map(row -> {
                    PersonKey person = PersonKey.of(row.getString("person_key"));
                    byte[] sealed = row.getBuffer("number").getBytes();
                    return Map.entry(person, cipher.decrypt(sealed, person));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
