package jp.shikaku.eligibility.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.certificate.BindingOutcome;
import jp.shikaku.contracts.certificate.BoundCertificate;
import jp.shikaku.contracts.certificate.CertificateState;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.eligibility.coverage.CoverageObserver;
import jp.shikaku.eligibility.coverage.TouchedKeys;

/** The table of certificates. A version is applied only over an older one: what is repeated or late changes nothing (R2). */
@ApplicationScoped
public class CertificateStore {

    private static final String FIND =
            "select certificate_key, version, person_key, state, expires_on from certificate where certificate_key = any($1)";

    /** Rows are taken in the order of their keys, so that two requests never wait for each other in a circle. */
    private static final String APPLY =
            """
            with before as materialized (select certificate_key, person_key from certificate where certificate_key = any($1)),
            applied as (
                insert into certificate (certificate_key, version, person_key, state, expires_on, applied_at)
                select *, $6::timestamptz
                from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::date[]) as said (certificate_key) order by 1
                on conflict (certificate_key) do update set version = excluded.version, person_key = excluded.person_key,
                    state = excluded.state, expires_on = excluded.expires_on, applied_at = excluded.applied_at
                where certificate.version < excluded.version
                returning certificate_key, person_key)
            select a.certificate_key, a.person_key, b.person_key as person_before
            from applied a left join before b on b.certificate_key = a.certificate_key""";

    private final Pool pool;
    private final List<CoverageObserver> observers;
    private final Clock clock;

    CertificateStore(Pool pool, @All List<CoverageObserver> observers, Clock clock) {
        this.pool = pool;
        this.observers = observers;
        this.clock = clock;
    }

    public Uni<Optional<Certificate>> find(CertificateKey key) {
        return find(pool, List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
    }

    /** Of these certificates those that are known. */
    public Uni<Map<CertificateKey, Certificate>> find(SqlClient client, Collection<CertificateKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return kept(client, keys).map(rows -> rows.values().stream()
                .map(it -> new Certificate(it.certificateKey(), it.personKey(), it.state(), it.expiresOn()))
                .collect(Collectors.toUnmodifiableMap(Certificate::key, Function.identity())));
    }

    private static Uni<Map<CertificateKey, BoundCertificate>> kept(SqlClient client, Collection<CertificateKey> keys) {
        String[] values = keys.stream().map(CertificateKey::value).distinct().toArray(String[]::new);
        return client.preparedQuery(FIND)
                .execute(Tuple.tuple().addValue(values))
                .map(rows -> rows.stream()
                        .map(CertificateStore::bound)
                        .collect(Collectors.toMap(BoundCertificate::certificateKey, Function.identity())));
    }

    /** What became of each, in their order. Of several of one certificate only the newest is written. */
    public Uni<List<BindingOutcome>> apply(List<BoundCertificate> said) {
        Map<CertificateKey, BoundCertificate> newest = new HashMap<>();
        said.forEach(it -> newest.merge(
                it.certificateKey(), it, (known, next) -> next.version() > known.version() ? next : known));
        return write(List.copyOf(newest.values()))
                .flatMap(written -> kept(pool, newest.keySet()).map(kept -> said.stream()
                        .map(it -> newest.get(it.certificateKey()) == it && written.contains(it.certificateKey())
                                ? BindingOutcome.APPLIED
                                : comparedWith(kept.get(it.certificateKey()), it))
                        .toList()));
    }

    private static BindingOutcome comparedWith(BoundCertificate kept, BoundCertificate said) {
        if (kept.version() > said.version()) {
            return BindingOutcome.STALE;
        }
        return kept.equals(said) ? BindingOutcome.APPLIED_BEFORE : BindingOutcome.CONFLICT;
    }

    /** The certificates about which something newer was said. */
    private Uni<Set<CertificateKey>> write(List<BoundCertificate> said) {
        Tuple parameters = Tuple.tuple()
                .addValue(texts(said, it -> it.certificateKey().value()))
                .addValue(said.stream().map(BoundCertificate::version).toArray(Integer[]::new))
                .addValue(texts(said, it -> it.personKey().value()))
                .addValue(texts(said, it -> it.state().name()))
                .addValue(said.stream().map(BoundCertificate::expiresOn).toArray(LocalDate[]::new))
                .addValue(clock.instant().atOffset(ZoneOffset.UTC));
        List<Runnable> afterCommit = new ArrayList<>();
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(APPLY)
                        .execute(parameters)
                        .flatMap(rows -> tell(transaction, rows, afterCommit)))
                .invoke(() -> afterCommit.forEach(Runnable::run));
    }

    /** Who waits for what may be said of a person has to know that a certificate became, or is no longer, that person's. */
    private Uni<Set<CertificateKey>> tell(SqlConnection transaction, RowSet<Row> rows, List<Runnable> afterCommit) {
        Set<CertificateKey> keys = new HashSet<>();
        Set<PersonKey> persons = new HashSet<>();
        rows.forEach(row -> {
            keys.add(CertificateKey.of(row.getString("certificate_key")));
            persons.add(PersonKey.of(row.getString("person_key")));
            Optional.ofNullable(row.getString("person_before"))
                    .map(PersonKey::of)
                    .ifPresent(persons::add);
        });
        Uni<Set<CertificateKey>> told = Uni.createFrom().item(keys);
        if (keys.isEmpty()) {
            return told;
        }
        TouchedKeys touched = new TouchedKeys(Set.of(), persons);
        for (CoverageObserver observer : observers) {
            told = told.call(() -> observer.applied(transaction, touched).invoke(afterCommit::add));
        }
        return told;
    }

    private static String[] texts(List<BoundCertificate> said, Function<BoundCertificate, String> text) {
        return said.stream().map(text).toArray(String[]::new);
    }

    private static BoundCertificate bound(Row row) {
        return new BoundCertificate(
                CertificateKey.of(row.getString("certificate_key")),
                row.getInteger("version"),
                PersonKey.of(row.getString("person_key")),
                CertificateState.valueOf(row.getString("state")),
                row.getLocalDate("expires_on"));
    }
}
