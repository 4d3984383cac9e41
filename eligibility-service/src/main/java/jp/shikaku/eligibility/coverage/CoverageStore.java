package jp.shikaku.eligibility.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.SubjectKey;

/** The coverage table. Each operation is one statement, so that it holds or does not, whatever else runs. */
@ApplicationScoped
public class CoverageStore {

    /**
     * A version is applied only over an older one: replayed and reordered deliveries change nothing (R2). Rows are taken
     * in the order of their keys, so that two batches never wait for each other in a circle.
     */
    private static final String APPLY =
            """
            insert into coverage (%1$s, applied_at)
            select %1$s, $%2$s::timestamptz from unnest(%3$s) as handed_over (%1$s) order by enrolment_id
            on conflict (enrolment_id) do update set %4$s, applied_at = excluded.applied_at
            where coverage.version < excluded.version
            returning enrolment_id"""
                    .formatted(
                            CoverageColumns.NAMES,
                            CoverageColumns.COUNT + 1,
                            CoverageColumns.ARRAYS,
                            CoverageColumns.REPLACEMENTS);

    private static final String KEPT =
            "select enrolment_id, version, content_hash from coverage where enrolment_id = any($1)";

    /** Every visible coverage of every person who has, or had, the card. */
    private static final String OF_HOLDERS =
            """
            select %s from coverage
            where state = 'VISIBLE' and person_key in (
                select person_key from coverage where subject_key = $1 and birth_date = $2 and state = 'VISIBLE')
            order by acquired"""
                    .formatted(CoverageColumns.NAMES);

    private static final String OTHERS = "select exists(select 1 from coverage where insurer_number <> $1)";

    private static final String VISIBLE = "select %s from coverage where enrolment_id = any($1) and state = 'VISIBLE'"
            .formatted(CoverageColumns.NAMES);

    private final Pool pool;
    private final Clock clock;

    CoverageStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Whether coverages of any other insurer were linked. */
    public Uni<Boolean> holdsOthersThan(InsurerNumber insurer) {
        return pool.preparedQuery(OTHERS)
                .execute(Tuple.of(insurer.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The visible coverages of everybody who matches card and birth date, oldest first; the rule sorts them out. */
    public Uni<List<Coverage>> ofHolders(SubjectKey subject, LocalDate birthDate) {
        return pool.preparedQuery(OF_HOLDERS)
                .execute(Tuple.of(subject.value(), birthDate))
                .map(CoverageStore::coverages);
    }

    /** Of these enrolments the coverages that may still be shown. */
    public Uni<Map<UUID, Coverage>> visible(Set<UUID> enrolmentIds) {
        if (enrolmentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(VISIBLE)
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
        return pool.preparedQuery(APPLY).execute(parameters).map(rows -> rows.stream()
                .map(row -> row.getUUID("enrolment_id"))
                .collect(Collectors.toUnmodifiableSet()));
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
        return rows.stream().map(CoverageColumns::coverage).toList();
    }
}
