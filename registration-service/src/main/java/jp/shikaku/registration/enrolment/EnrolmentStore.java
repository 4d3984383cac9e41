package jp.shikaku.registration.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.database.RowsInsert;

/** The table of enrolments, whose rows are the locks on everything that belongs to them. */
@ApplicationScoped
class EnrolmentStore {

    private static final RowsInsert<EnrolmentRow> INSERT = RowsInsert.<EnrolmentRow>into("enrolment")
            .uuid("id", EnrolmentRow::id)
            .text("insurer_number", row -> row.insurer().value())
            .text("record_key", EnrolmentRow::recordKey)
            .integer("latest_version", EnrolmentRow::latestVersion)
            .integer("coverage_version", EnrolmentRow::coverageVersion)
            .bool("suspected", EnrolmentRow::suspected)
            .build();

    private static final String UPDATE =
            """
            update enrolment e set record_key = n.record_key, latest_version = n.latest_version,
                coverage_version = n.coverage_version, suspected = n.suspected
            from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::bool[])
                as n (id, record_key, latest_version, coverage_version, suspected)
            where e.id = n.id""";

    private static final String LOCK =
            """
            select id, insurer_number, record_key, latest_version, coverage_version, suspected
            from enrolment where id = any($1) order by id for update""";

    /** Always taken after the persons and before the enrolments, so that nobody waits in a circle. */
    private static final String LOCK_KEYS =
            """
            select pg_advisory_xact_lock(key) from (
                select distinct hashtextextended(text, 0) as key from unnest($1::text[]) text order by 1) keys""";

    Uni<Void> insert(SqlConnection transaction, List<EnrolmentRow> rows) {
        return INSERT.execute(transaction, rows);
    }

    Uni<Void> update(SqlConnection transaction, List<EnrolmentRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.of(
                        rows.stream().map(EnrolmentRow::id).toArray(UUID[]::new),
                        rows.stream().map(EnrolmentRow::recordKey).toArray(String[]::new),
                        rows.stream().map(EnrolmentRow::latestVersion).toArray(Integer[]::new),
                        rows.stream().map(EnrolmentRow::coverageVersion).toArray(Integer[]::new),
                        rows.stream().map(EnrolmentRow::suspected).toArray(Boolean[]::new)))
                .replaceWithVoid();
    }

    /** Nobody else changes these until the transaction ends. Those that do not exist are missing from the answer. */
    Uni<Map<UUID, EnrolmentRow>> lock(SqlConnection transaction, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream()
                        .map(EnrolmentStore::read)
                        .collect(Collectors.toMap(EnrolmentRow::id, row -> row)));
    }

    /**
     * Of two records of one card, or with one record key, at the same moment the second waits here, and is checked
     * against the first.
     */
    Uni<Void> lockKeys(SqlConnection transaction, Collection<SubjectKey> cards, Collection<RecordKey> recordKeys) {
        String[] keys = Stream.concat(
                        cards.stream().map(SubjectKey::value),
                        recordKeys.stream().map(RecordKey::lock))
                .toArray(String[]::new);
        return transaction
                .preparedQuery(LOCK_KEYS)
                .execute(Tuple.of((Object) keys))
                .replaceWithVoid();
    }

    private static EnrolmentRow read(Row row) {
        return new EnrolmentRow(
                row.getUUID("id"),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("record_key"),
                row.getInteger("latest_version"),
                row.getInteger("coverage_version"),
                row.getBoolean("suspected"));
    }
}
