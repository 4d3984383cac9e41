package jp.shikaku.eligibility.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.database.GroupCommit;

/**
 * The coverage table. Each operation is one statement, so that it holds or does not, whatever else runs; who has to know
 * of it is told in the same transaction.
 */
@ApplicationScoped
public class CoverageStore {

    /**
     * A version is applied only over an older one: replayed and reordered deliveries change nothing (R2). Rows are taken
     * in the order of their keys, so that two batches never wait for each other in a circle.
     */
    private static final String APPLY =
            """
            with before as materialized (
                select enrolment_id, subject_key, person_key from coverage where enrolment_id = any($1)),
            applied as (
                insert into coverage (%1$s, applied_at)
                select %3$s, $%2$s::timestamptz order by 1
                on conflict (enrolment_id) do update set %4$s, applied_at = excluded.applied_at
                where coverage.version < excluded.version
                returning enrolment_id, subject_key, person_key)
            select a.enrolment_id, a.subject_key, a.person_key, b.subject_key as subject_before, b.person_key as person_before
            from applied a left join before b on b.enrolment_id = a.enrolment_id"""
                    .formatted(
                            CoverageColumns.NAMES,
                            CoverageColumns.COUNT + 1,
                            CoverageColumns.UNNESTED,
                            CoverageColumns.REPLACEMENTS);

    private static final String KEPT =
            "select enrolment_id, version, content_hash from coverage where enrolment_id = any($1)";

    /**
     * Every visible coverage of every person who has, or had, one of several cards. One after the other, by the key: joined
     * freely, the whole table would be read where it counts as empty.
     */
    static final String OF_HOLDERS =
            """
            select asked.place, c.*
            from unnest($1::text[], $2::date[]) with ordinality as asked (subject_key, birth_date, place)
            cross join lateral (select array(
                select person_key from coverage
                where subject_key = asked.subject_key and birth_date = asked.birth_date and state = 'VISIBLE') as persons) holders
            cross join lateral (
                select %s from coverage where person_key = any(holders.persons) and state = 'VISIBLE' offset 0) c
            order by asked.place, c.acquired"""
                    .formatted(CoverageColumns.NAMES);

    private static final String OF_PERSONS =
            "select %s from coverage where person_key = any($1) and state = 'VISIBLE' order by acquired"
                    .formatted(CoverageColumns.NAMES);

    private static final String OTHERS = "select exists(select 1 from coverage where insurer_number <> $1)";

    private static final String VISIBLE = "select %s from coverage where enrolment_id = any($1) and state = 'VISIBLE'"
            .formatted(CoverageColumns.NAMES);

    /** From 40 rows on a statement costs the same a row. */
    private static final int LARGEST = 48;

    private final Pool pool;
    private final Pool desk;
    private final List<CoverageObserver> observers;
    private final Clock clock;
    private final GroupCommit<CardHolder, List<Coverage>> groups;

    CoverageStore(
            Pool pool,
            @ReactiveDataSource("desk") Pool desk,
            @All List<CoverageObserver> observers,
            Clock clock,
            @ConfigProperty(name = "shikaku.confirmation.groups") int groupsAtOnce,
            @ConfigProperty(name = "shikaku.confirmation.answer-within") Duration answerWithin) {
        this.pool = pool;
        this.desk = desk;
        this.groups = new GroupCommit<>(groupsAtOnce, LARGEST, answerWithin, this::ofHolders, failure -> false);
        this.observers = observers;
        this.clock = clock;
    }

    /** Whether coverages of any other insurer were linked. */
    public Uni<Boolean> holdsOthersThan(InsurerNumber insurer) {
        return pool.preparedQuery(OTHERS)
                .execute(Tuple.of(insurer.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * The visible coverages of everybody who matches card and birth date, oldest first; the rule sorts them out. Looked for
     * together with those who are asked about at the same moment (ADR 28).
     */
    public Uni<List<Coverage>> ofHolders(SubjectKey subject, LocalDate birthDate) {
        return groups.submit(new CardHolder(subject, birthDate));
    }

    private Uni<List<List<Coverage>>> ofHolders(List<CardHolder> group) {
        return ofHolders(desk, group)
                .map(found -> group.stream().map(found::get).toList());
    }

    /** The same for each of {@code cards}; a card of nobody has an empty list. */
    public Uni<Map<CardHolder, List<Coverage>>> ofHolders(SqlClient client, Collection<CardHolder> cards) {
        List<CardHolder> asked = cards.stream().distinct().toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters = Tuple.of(
                asked.stream().map(card -> card.subject().value()).toArray(String[]::new),
                asked.stream().map(CardHolder::birthDate).toArray(LocalDate[]::new));
        return client.preparedQuery(OF_HOLDERS).execute(parameters).map(rows -> {
            Map<CardHolder, List<Coverage>> found = new HashMap<>();
            asked.forEach(card -> found.put(card, new ArrayList<>()));
            rows.forEach(row -> found.get(asked.get(row.getInteger(0) - 1)).add(CoverageColumns.coverage(row, 1)));
            return found;
        });
    }

    /** The visible coverages of a person, oldest first. */
    public Uni<List<Coverage>> ofPerson(PersonKey person) {
        return ofPersons(pool, Set.of(person)).map(found -> found.getOrDefault(person, List.of()));
    }

    /** The same for several persons at once; who has none is left out. */
    public Uni<Map<PersonKey, List<Coverage>>> ofPersons(SqlClient client, Set<PersonKey> persons) {
        if (persons.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String[] keys = persons.stream().map(PersonKey::value).toArray(String[]::new);
        return client.preparedQuery(OF_PERSONS)
                .execute(Tuple.tuple().addValue(keys))
                .map(rows -> coverages(rows).stream().collect(Collectors.groupingBy(Coverage::personKey)));
    }

    /** Of these enrolments the coverages that may still be shown. */
    public Uni<Map<UUID, Coverage>> visible(Set<UUID> enrolmentIds) {
        return visible(pool, enrolmentIds);
    }

    public Uni<Map<UUID, Coverage>> visible(SqlClient client, Set<UUID> enrolmentIds) {
        if (enrolmentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(VISIBLE)
                .execute(Tuple.tuple().addValue(enrolmentIds.toArray(UUID[]::new)))
                .map(rows -> coverages(rows).stream()
                        .collect(Collectors.toUnmodifiableMap(Coverage::enrolmentId, Function.identity())));
    }

    /**
     * Applies {@code versions}. Of several of one enrolment only the newest is written, as each is the whole state: what
     * was suspended in the same breath is never shown.
     *
     * @return what became of each, in their order; never {@link CoverageOutcome#INVALID}
     */
    Uni<List<CoverageOutcome>> apply(List<LinkedVersion> versions) {
        Map<UUID, LinkedVersion> newest = new HashMap<>();
        versions.forEach(version -> newest.merge(
                version.enrolmentId(), version, (known, next) -> next.version() > known.version() ? next : known));
        return write(List.copyOf(newest.values())).flatMap(written -> {
            Predicate<LinkedVersion> applied =
                    it -> written.contains(it.enrolmentId()) && newest.get(it.enrolmentId()) == it;
            return versions.stream().allMatch(applied)
                    ? Uni.createFrom().item(Collections.nCopies(versions.size(), CoverageOutcome.APPLIED))
                    : compare(versions, applied);
        });
    }

    /** The enrolments of those versions that were newer than what was there. */
    private Uni<Set<UUID>> write(List<LinkedVersion> versions) {
        Tuple parameters =
                CoverageColumns.parameters(versions).addValue(clock.instant().atOffset(ZoneOffset.UTC));
        return pool.withTransaction(transaction ->
                        transaction.preparedQuery(APPLY).execute(parameters).flatMap(rows -> tell(transaction, rows)))
                .map(Written::afterCommit);
    }

    private Uni<Written> tell(SqlConnection transaction, RowSet<Row> rows) {
        Set<UUID> enrolments =
                rows.stream().map(row -> row.getUUID("enrolment_id")).collect(Collectors.toUnmodifiableSet());
        Uni<Written> told = Uni.createFrom().item(new Written(enrolments, List.of()));
        if (enrolments.isEmpty()) {
            return told;
        }
        TouchedKeys keys = TouchedKeys.of(rows);
        for (CoverageObserver observer : observers) {
            told = told.flatMap(written -> observer.applied(transaction, keys).map(written::and));
        }
        return told;
    }

    /** @param afterwards what is to be done once this has been committed */
    private record Written(Set<UUID> enrolments, List<Runnable> afterwards) {

        Written and(Runnable next) {
            List<Runnable> all = new ArrayList<>(afterwards);
            all.add(next);
            return new Written(enrolments, all);
        }

        Set<UUID> afterCommit() {
            afterwards.forEach(Runnable::run);
            return enrolments;
        }
    }

    private Uni<List<CoverageOutcome>> compare(List<LinkedVersion> versions, Predicate<LinkedVersion> applied) {
        UUID[] others = versions.stream()
                .filter(applied.negate())
                .map(LinkedVersion::enrolmentId)
                .distinct()
                .toArray(UUID[]::new);
        return pool.preparedQuery(KEPT).execute(Tuple.tuple().addValue(others)).map(rows -> {
            Map<UUID, Row> kept =
                    rows.stream().collect(Collectors.toMap(row -> row.getUUID("enrolment_id"), row -> row));
            return versions.stream()
                    .map(version -> applied.test(version)
                            ? CoverageOutcome.APPLIED
                            : outcome(version, kept.get(version.enrolmentId())))
                    .toList();
        });
    }

    private static CoverageOutcome outcome(LinkedVersion version, Row kept) {
        if (kept.getInteger("version") > version.version()) {
            return CoverageOutcome.STALE;
        }
        return ContentHash.mayBeSame(kept.getBuffer("content_hash").getBytes(), version.hash())
                ? CoverageOutcome.APPLIED_BEFORE
                : CoverageOutcome.CONFLICT;
    }

    private static List<Coverage> coverages(RowSet<Row> rows) {
        return rows.stream().map(row -> CoverageColumns.coverage(row, 0)).toList();
    }
}
