package jp.shikaku.registration.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.history.VersionHistory;
import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.ExOfficioClosure;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.hold.FindingsColumn;
import jp.shikaku.registration.hold.HoldRows;

/** Reads what happened to versions and to doubts about them, across both tables. Writes nothing. */
@ApplicationScoped
class HistoryStore {

    /** A version of an enrolment, from which on somebody wants to know. */
    record Beginning(UUID enrolmentId, int version) {}

    private static final String OF_ENROLMENT = "select id, 1 from enrolment where id = $1 and insurer_number = $2";

    private static final String OF_HOLD =
            "select enrolment_id, version from hold where id = $1 and insurer_number = $2";

    /** Which columns differ is found by the database, whatever columns a record has one day. */
    private static final String VERSIONS =
            """
            select v.version, v.state, v.entered_at, v.entered_by, v.findings::text as findings, v.cleared_at, v.linked_at,
                array(
                    select n.key from jsonb_each(to_jsonb(v)) n
                    where p.version is not null and n.value <> to_jsonb(p) -> n.key and n.key <> all($4)
                    order by n.key) as changed,
                c.id as overlap_id, c.closed_list, c.closed_lists
            from enrolment_version v
            left join enrolment_version p on p.enrolment_id = v.enrolment_id and p.version = v.version - 1
            left join overlap c on c.enrolment_id = v.enrolment_id and c.closed_version = v.version
            where v.enrolment_id = $1 and v.version >= $2 order by v.version limit $3""";

    /** Columns that say where a version stands, or what is computed from the rest. */
    private static final String[] NOT_ENTERED = {
        "version",
        "state",
        "subject_key",
        "findings",
        "medical_info_allowed",
        "hold_id",
        "entered_at",
        "entered_by",
        "cleared_at",
        "linked_at"
    };

    private static final String HOLDS =
            HoldRows.SELECT + "where h.enrolment_id = $1 and h.version = any($2) order by h.id";

    private static final LocalizedText CLOSED_EX_OFFICIO = new LocalizedText(
            "連続する2回以上の資格重複の一覧で、同じ被用者保険への加入が確認されたため、職権で喪失処理しました。",
            "Closed ex officio: two or more consecutive lists of overlaps told of the same employee insurance.");

    private final Pool pool;

    HistoryStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Beginning>> ofEnrolment(InsurerNumber insurer, UUID id) {
        return beginning(OF_ENROLMENT, insurer, id);
    }

    Uni<Optional<Beginning>> ofHold(InsurerNumber insurer, UUID id) {
        return beginning(OF_HOLD, insurer, id);
    }

    private Uni<Optional<Beginning>> beginning(String query, InsurerNumber insurer, UUID id) {
        return pool.preparedQuery(query).execute(Tuple.of(id, insurer.value())).map(rows -> rows.stream()
                .map(row -> new Beginning(row.getUUID(0), row.getInteger(1)))
                .findFirst());
    }

    /** Versions of an enrolment, oldest first, with everything that was in doubt about each. */
    Uni<List<VersionHistory>> versions(UUID enrolmentId, int from, int limit, LocalDate today) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(enrolmentId, from, limit, NOT_ENTERED))
                .map(rows -> rows.stream().toList())
                .flatMap(versions -> holds(enrolmentId, versions, today).map(holds -> versions.stream()
                        .map(row -> version(row, holds.getOrDefault(row.getInteger("version"), List.of())))
                        .toList()));
    }

    private Uni<Map<Integer, List<Hold>>> holds(UUID enrolmentId, List<Row> versions, LocalDate today) {
        Integer[] numbers =
                versions.stream().map(row -> row.getInteger("version")).toArray(Integer[]::new);
        return pool.preparedQuery(HOLDS).execute(Tuple.of(enrolmentId, numbers)).map(rows -> rows.stream()
                .map(row -> HoldRows.read(row, today))
                .collect(Collectors.groupingBy(Hold::version)));
    }

    private static VersionHistory version(Row row, List<Hold> holds) {
        return new VersionHistory(
                row.getInteger("version"),
                EnrolmentState.valueOf(row.getString("state")),
                at(row, "entered_at"),
                row.getString("entered_by"),
                Arrays.stream(row.getArrayOfStrings("changed"))
                        .map(HistoryStore::pointer)
                        .toList(),
                FindingsColumn.read(row.getString("findings")),
                at(row, "cleared_at"),
                at(row, "linked_at"),
                holds,
                closure(row));
    }

    private static ExOfficioClosure closure(Row row) {
        UUID overlap = row.getUUID("overlap_id");
        return overlap == null
                ? null
                : new ExOfficioClosure(
                        overlap, row.getInteger("closed_list"), row.getInteger("closed_lists"), CLOSED_EX_OFFICIO);
    }

    /** Columns are called as the fields of the record are; but the individual number stands in none. */
    private static String pointer(String column) {
        if (column.equals("person_key")) {
            return "/individualNumber";
        }
        String[] words = column.split("_");
        return "/" + words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static OffsetDateTime at(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : JapanTime.wire(moment.toInstant());
    }
}
