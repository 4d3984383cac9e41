package jp.shikaku.registration.enrolment;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.hold.FindingsColumn;

/** The table of versions. Each operation is one statement, however many versions it is about. */
@ApplicationScoped
class VersionStore {

    private static final String SELECT =
            "select " + VersionRows.COLUMNS + " from enrolment_version v join enrolment e on e.id = v.enrolment_id ";

    private static final String LATEST = SELECT + "and e.latest_version = v.version ";

    /**
     * Of one key no more than can be looked at: where fifty share a card, the fifty-first tells nothing new. The limit
     * stands beside each key, so that the indexes are used however long the list of keys.
     */
    private static final String NEAR_BY =
            """
            select n.* from unnest(%s) k (key%s) cross join lateral (
                select v.enrolment_id, v.version from enrolment_version v
                    join enrolment e on e.id = v.enrolment_id and e.latest_version = v.version
                where %s limit %d) n""";

    private static final String BY_KEY = "v.%s = k.key and v.state <> 'SUPERSEDED' and v.state <> 'WITHDRAWN'";

    /** Shorter than 2,048 characters: the client prepares longer statements anew each time, and the server plans them anew. */
    private static final String NEIGHBOURS = "select " + VersionRows.COLUMNS + " from ("
            + String.join(
                    " union all ",
                    NEAR_BY.formatted("$1::text[]", "", BY_KEY.formatted("person_key"), 50),
                    NEAR_BY.formatted("$2::text[]", "", BY_KEY.formatted("subject_key"), 50),
                    NEAR_BY.formatted(
                            "$3::text[], $4::text[]",
                            ", insurer",
                            "e.insurer_number = k.insurer and e.record_key = k.key",
                            1))
            + ") near join enrolment_version v on v.enrolment_id = near.enrolment_id and v.version = near.version"
            + " join enrolment e on e.id = v.enrolment_id";

    private static final String MOVE =
            """
            update enrolment_version v set state = m.state, medical_info_allowed = m.medical_info_allowed,
                findings = m.findings::jsonb, cleared_at = m.cleared_at, hold_id = m.hold_id
            from unnest($1::uuid[], $2::int[], $3::text[], $4::bool[], $5::text[], $6::timestamptz[], $7::uuid[])
                as m (enrolment_id, version, state, medical_info_allowed, findings, cleared_at, hold_id)
            where v.enrolment_id = m.enrolment_id and v.version = m.version""";

    Uni<Void> insert(SqlClient transaction, List<Version> versions) {
        return VersionRows.INSERT.execute(transaction, versions);
    }

    /** The versions of each enrolment that are not history, oldest first. */
    Uni<Map<UUID, List<Version>>> live(SqlClient client, Collection<UUID> enrolments) {
        if (enrolments.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(
                        SELECT + "where v.enrolment_id = any($1) and v.state <> 'SUPERSEDED' order by v.version")
                .execute(Tuple.of((Object) enrolments.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(VersionRows::read).collect(Collectors.groupingBy(Version::enrolmentId)));
    }

    /**
     * All enrolments, in their latest version, that have a number, a card or, with the same insurer, a record key in common.
     * Withdrawn ones only by their record key, which stays taken.
     */
    Uni<List<Version>> neighbours(
            SqlClient client,
            Collection<PersonKey> persons,
            Collection<SubjectKey> cards,
            Collection<RecordKey> recordKeys) {
        return client.preparedQuery(NEIGHBOURS)
                .execute(Tuple.of(
                        persons.stream().map(PersonKey::value).toArray(String[]::new),
                        cards.stream().map(SubjectKey::value).toArray(String[]::new),
                        recordKeys.stream().map(RecordKey::value).toArray(String[]::new),
                        recordKeys.stream().map(key -> key.insurer().value()).toArray(String[]::new)))
                .map(rows -> rows.stream().map(VersionRows::read).toList());
    }

    Uni<Optional<Version>> latest(SqlClient client, InsurerNumber insurer, UUID enrolmentId) {
        return client.preparedQuery(LATEST + "where e.id = $1 and e.insurer_number = $2")
                .execute(Tuple.of(enrolmentId, insurer.value()))
                .map(rows -> rows.stream().map(VersionRows::read).findFirst());
    }

    Uni<List<Version>> latest(SqlClient client, InsurerNumber insurer, PageRequest page) {
        return client.preparedQuery(LATEST
                        + "where e.insurer_number = $1 and ($2::uuid is null or e.id > $2) order by e.id limit $3")
                .execute(Tuple.of(insurer.value(), page.after(), page.limitPlusOne()))
                .map(rows -> rows.stream().map(VersionRows::read).toList());
    }

    /**
     * What eligibility shows or is about to, in the order of the enrolments.
     *
     * @param after {@code null} to begin
     */
    Uni<List<Version>> givenOut(SqlClient client, UUID after, int limit) {
        return client.preparedQuery(SELECT
                        + "where v.state in ('CLEARED', 'LINKED') and v.enrolment_id > $1"
                        + " order by v.enrolment_id, v.version limit $2")
                .execute(Tuple.of(after == null ? new UUID(0, 0) : after, limit))
                .map(rows -> rows.stream().map(VersionRows::read).toList());
    }

    /** Those that could not be checked yet, oldest first. */
    Uni<List<Version>> waiting(SqlClient client, int limit) {
        return client.preparedQuery(LATEST + "where v.waiting_since is not null order by v.waiting_since limit $1")
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(VersionRows::read).toList());
    }

    /** Writes down where versions stand now; what they say stays. */
    Uni<Void> move(SqlClient transaction, List<Version> moved) {
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.from(new Object[] {
                    moved.stream().map(Version::enrolmentId).toArray(UUID[]::new),
                    moved.stream().map(Version::version).toArray(Integer[]::new),
                    moved.stream().map(version -> version.state().name()).toArray(String[]::new),
                    moved.stream().map(Version::medicalInfoAllowed).toArray(Boolean[]::new),
                    moved.stream()
                            .map(version -> FindingsColumn.write(version.findings()))
                            .toArray(String[]::new),
                    moved.stream().map(VersionStore::clearedAt).toArray(OffsetDateTime[]::new),
                    moved.stream().map(Version::holdId).toArray(UUID[]::new)
                }))
                .replaceWithVoid();
    }

    private static OffsetDateTime clearedAt(Version version) {
        return version.clearedAt() == null ? null : version.clearedAt().atOffset(ZoneOffset.UTC);
    }
}
