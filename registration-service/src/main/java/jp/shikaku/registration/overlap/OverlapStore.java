package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.OverlapObjection;
import jp.shikaku.contracts.overlap.OverlapState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.database.Conditions;
import jp.shikaku.registration.overlap.StoredOverlap.Closing;
import jp.shikaku.registration.overlap.StoredOverlap.Shown;

/** The overlaps that lists told of, beside what the two records say now. */
@ApplicationScoped
class OverlapStore {

    private static final String SHOWN =
            """
            left join lateral (
                select v.version, v.person_key, v.acquired, v.lost from enrolment_version v
                where v.enrolment_id = %2$s and v.state in ('CLEARED', 'LINKED')%3$s
                order by v.version desc limit 1) %1$s on true
            """;

    /** Two years of monthly lists are looked back at: what was in more is not told more exactly. */
    private static final String SELECT =
            """
            select o.id, o.enrolment_id, o.insurer_number, o.other_insurer_number, o.closed_version, o.closed_at,
                o.closed_by, t.lists, t.acquired as acquired_in, t.other_acquired as other_acquired_in,
                (select issued_on from overlap_list where number = t.lists[1] and state = 'DONE') as listed_on,
                latest.number as latest_list, en.latest_version, own.version as own_version,
                own.acquired as own_acquired, own.lost as own_lost, other.version as other_version,
                other.acquired as other_acquired, other.lost as other_lost, j.raised_at, j.raised_by, j.reason,
                exists (
                    select 1 from overlap m join overlap_objection mj on mj.overlap_id = m.id
                    where m.enrolment_id = t.other_enrolment_id and m.other_insurer_number = o.insurer_number
                        and m.closed_version is null and mj.withdrawn_at is null) as other_objected
            from overlap o
            cross join (select coalesce(max(number), 0) as number from overlap_list where state = 'DONE') latest
            join enrolment en on en.id = o.enrolment_id
            cross join lateral (
                select array_agg(e.list order by e.list desc) as lists,
                    array_agg(e.acquired order by e.list desc) as acquired,
                    array_agg(e.other_acquired order by e.list desc) as other_acquired,
                    (array_agg(e.other_enrolment_id order by e.list desc))[1] as other_enrolment_id
                from (select * from overlap_entry where overlap_id = o.id and list <= latest.number
                    order by list desc limit 24) e) t
            """
                    + SHOWN.formatted("own", "o.enrolment_id", "")
                    + SHOWN.formatted("other", "t.other_enrolment_id", " and v.person_key = own.person_key")
                    + "left join overlap_objection j on j.overlap_id = o.id and j.withdrawn_at is null ";

    /** What is held or suspended tells nobody anything (R1); what was closed stays told, without it. */
    private static final String TOLD =
            "t.lists is not null and (o.closed_version is not null or own.version is not null and other.version is not null)";

    private static final String IN_LATEST =
            "exists (select 1 from overlap_entry e where e.overlap_id = o.id and e.list = latest.number)";

    /** The other insurer's side with them: what it objects to is not closed meanwhile. */
    private static final String LOCK =
            """
            select id from overlap where id in (
                select id from overlap where insurer_number = $1 and id = any($2)
                union all
                select m.id from overlap o join overlap_entry e on e.overlap_id = o.id
                    join overlap m on m.enrolment_id = e.other_enrolment_id
                        and m.other_insurer_number = o.insurer_number and m.closed_version is null
                where o.insurer_number = $1 and o.id = any($2))
            order by id for update""";

    private static final String CLOSE =
            """
            update overlap o set closed_version = c.version, closed_at = $5, closed_by = $6, closed_list = c.list,
                closed_lists = c.lists
            from unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) as c (id, version, list, lists)
            where o.id = c.id""";

    private static final String OBJECT =
            "insert into overlap_objection (overlap_id, raised_at, raised_by, reason) values ($1, $2, $3, $4)";

    private static final String WITHDRAW_OBJECTION =
            """
            update overlap_objection set withdrawn_at = $2, withdrawn_by = $3
            where overlap_id = $1 and withdrawn_at is null""";

    Uni<List<StoredOverlap>> list(SqlClient client, OverlapFilter filter, PageRequest page) {
        Conditions wanted = Conditions.where(TOLD)
                .and("o.insurer_number = ?", value(filter.insurer()))
                .and("o.other_insurer_number = ?", value(filter.otherInsurer()))
                .and("o.id > ?", page.after());
        if (filter.state() != null) {
            wanted.and(is(filter.state()));
        }
        return read(client, wanted.then("order by o.id limit ?", page.limitPlusOne()));
    }

    /** Those of {@code ids} that there are. */
    Uni<List<StoredOverlap>> find(SqlClient client, InsurerNumber insurer, Collection<UUID> ids) {
        return read(
                client,
                Conditions.where(TOLD)
                        .and("o.insurer_number = ?", value(insurer))
                        .and("o.id = any(?)", ids.toArray(UUID[]::new)));
    }

    private static Uni<List<StoredOverlap>> read(SqlClient client, Conditions wanted) {
        return client.preparedQuery(SELECT + wanted.sql())
                .execute(wanted.values())
                .map(rows -> rows.stream().map(OverlapStore::overlap).toList());
    }

    private static String is(OverlapState state) {
        return switch (state) {
            case CLOSED -> "o.closed_version is not null";
            case OVER -> "o.closed_version is null and not " + IN_LATEST;
            case OBJECTED -> "o.closed_version is null and j.overlap_id is not null and " + IN_LATEST;
            case OPEN -> "o.closed_version is null and j.overlap_id is null and " + IN_LATEST;
        };
    }

    /** Nobody else closes or objects until the transaction ends. To be read after, never before. */
    Uni<Void> lock(SqlConnection transaction, InsurerNumber insurer, Collection<UUID> ids) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(insurer.value(), ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /**
     * An overlap that was closed.
     *
     * @param version the version that did it
     */
    record Closed(StoredOverlap overlap, int version) {}

    Uni<Void> close(SqlConnection transaction, List<Closed> closed, OffsetDateTime at, String by) {
        if (closed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(
                        closed.stream().map(it -> it.overlap().id()).toArray(UUID[]::new),
                        closed.stream().map(Closed::version).toArray(Integer[]::new),
                        closed.stream().map(it -> it.overlap().latestList()).toArray(Integer[]::new),
                        closed.stream()
                                .map(it -> it.overlap().closure().consecutiveLists())
                                .toArray(Integer[]::new),
                        at,
                        by))
                .replaceWithVoid();
    }

    /** In place of one that stands already. */
    Uni<Void> object(SqlConnection transaction, UUID id, OffsetDateTime at, String by, String reason) {
        return withdrawObjection(transaction, id, at, by)
                .flatMap(withdrawn -> transaction.preparedQuery(OBJECT).execute(Tuple.of(id, at, by, reason)))
                .replaceWithVoid();
    }

    Uni<Void> withdrawObjection(SqlConnection transaction, UUID id, OffsetDateTime at, String by) {
        return transaction
                .preparedQuery(WITHDRAW_OBJECTION)
                .execute(Tuple.of(id, at, by))
                .replaceWithVoid();
    }

    private static String value(InsurerNumber number) {
        return number == null ? null : number.value();
    }

    private static StoredOverlap overlap(Row row) {
        InsurerNumber insurer = InsurerNumber.of(row.getString("insurer_number"));
        InsurerNumber other = InsurerNumber.of(row.getString("other_insurer_number"));
        Integer[] lists = row.getArrayOfIntegers("lists");
        LocalDate[] acquired = row.getArrayOfLocalDates("acquired_in");
        LocalDate[] otherAcquired = row.getArrayOfLocalDates("other_acquired_in");
        return new StoredOverlap(
                row.getUUID("id"),
                row.getUUID("enrolment_id"),
                insurer,
                other,
                IntStream.range(0, lists.length)
                        .mapToObj(i -> new OverlapEntry(lists[i], insurer, acquired[i], other, otherAcquired[i]))
                        .toList(),
                row.getInteger("latest_list"),
                row.getLocalDate("listed_on"),
                shown(row, "own"),
                shown(row, "other"),
                row.getInteger("latest_version"),
                objection(row),
                row.getBoolean("other_objected"),
                closing(row));
    }

    private static Shown shown(Row row, String whose) {
        Integer version = row.getInteger(whose + "_version");
        return version == null
                ? null
                : new Shown(version, row.getLocalDate(whose + "_acquired"), row.getLocalDate(whose + "_lost"));
    }

    private static OverlapObjection objection(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("raised_at");
        return at == null
                ? null
                : new OverlapObjection(
                        JapanTime.wire(at.toInstant()), row.getString("raised_by"), row.getString("reason"));
    }

    private static Closing closing(Row row) {
        Integer version = row.getInteger("closed_version");
        return version == null
                ? null
                : new Closing(
                        version,
                        JapanTime.wire(row.getOffsetDateTime("closed_at").toInstant()),
                        row.getString("closed_by"));
    }
}
