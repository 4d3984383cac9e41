package jp.shikaku.registration.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.history.VersionHistory;
import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.mislink.MislinkCase;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.ExOfficioClosure;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.hold.FindingsColumn;
import jp.shikaku.registration.hold.HoldRows;
import jp.shikaku.registration.mislink.MislinkRows;

/** Reads what happened to versions, and to doubts and suspicions about them. Writes nothing. */
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

    /** A case is told beside the version that was shown when it was opened, or was the latest if none was. */
    private static final String MISLINKS =
            """
            select s.* from (%s) c cross join lateral (
                select c.*, coalesce(max(v.version) filter (where v.cleared_at <= c.opened_at), max(v.version), 1) as version
                from enrolment_version v where v.enrolment_id = c.enrolment_id and v.entered_at <= c.opened_at) s
            where s.version = any($2) order by s.id"""
                    .formatted(MislinkRows.SELECT + "where c.enrolment_id = $1");

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

    /** Versions of an enrolment, oldest first, with everything that was in doubt or under suspicion about each. */
    Uni<List<VersionHistory>> versions(UUID enrolmentId, int from, int limit, LocalDate today) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(enrolmentId, from, limit, NOT_ENTERED))
                .map(rows -> rows.stream().toList())
                .flatMap(versions -> {
                    Integer[] numbers = versions.stream()
                            .map(row -> row.getInteger("version"))
                            .toArray(Integer[]::new);
                    return Uni.combine()
                            .all()
                            .unis(
                                    byVersion(HOLDS, enrolmentId, numbers, row -> HoldRows.read(row, today)),
                                    byVersion(MISLINKS, enrolmentId, numbers, MislinkRows::read))
                            .asTuple()
                            .map(doubts -> versions.stream()
                                    .map(row -> version(row, doubts.getItem1(), doubts.getItem2()))
                                    .toList());
                });
    }

    private <T> Uni<Map<Integer, List<T>>> byVersion(
            String query, UUID enrolmentId, Integer[] numbers, Function<Row, T> read) {
        return pool.preparedQuery(query).execute(Tuple.of(enrolmentId, numbers)).map(rows -> rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getInteger("version"), Collectors.mapping(read, Collectors.toList()))));
    }

    private static VersionHistory version(
            Row row, Map<Integer, List<Hold>> holds, Map<Integer, List<MislinkCase>> mislinks) {
        int version = row.getInteger("version");
        return new VersionHistory(
                version,
                EnrolmentState.valueOf(row.getString("state")),
                at(row, "entered_at"),
                row.getString("entered_by"),
                Arrays.stream(row.getArrayOfStrings("changed"))
                        .map(HistoryStore::pointer)
                        .toList(),
                FindingsColumn.read(row.getString("findings")),
                at(row, "cleared_at"),
                at(row, "linked_at"),
                holds.getOrDefault(version, List.of()),
                mislinks.getOrDefault(version, List.of()),
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
