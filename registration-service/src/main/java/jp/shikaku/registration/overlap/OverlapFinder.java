package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * Finds who is insured twice, part by part. Sees what is given out and nothing else: what is held or suspended tells
 * nobody anything (R1). Writes nothing.
 */
@ApplicationScoped
class OverlapFinder {

    private static final String NEXT = "select id from enrolment where id > $1 order by id limit $2";

    /**
     * Narrows to what may overlap on day $2; whether it does is for the rule of periods to say. The same birth date is
     * asked for, because under a mistyped number two strangers look like one person.
     */
    private static final String FIND =
            """
            with shown as (
                select distinct on (v.enrolment_id)
                    v.enrolment_id, v.insurer_number, v.person_key, v.birth_date, v.acquired, v.lost
                from enrolment_version v
                where v.enrolment_id = any($1) and v.state in ('CLEARED', 'LINKED')
                order by v.enrolment_id, v.version desc)
            select s.enrolment_id, s.insurer_number, s.acquired, s.lost, x.enrolment_id as other_enrolment_id,
                x.insurer_number as other_insurer_number, x.acquired as other_acquired, x.lost as other_lost
            from shown s
            cross join lateral (
                select distinct on (o.enrolment_id)
                    o.enrolment_id, o.insurer_number, o.birth_date, o.acquired, o.lost
                from enrolment_version o
                where o.person_key = s.person_key and o.state <> 'SUPERSEDED' and o.state in ('CLEARED', 'LINKED')
                order by o.enrolment_id, o.version desc
                limit 50) x
            where s.acquired <= $2 and (s.lost is null or s.lost > $2)
                and x.acquired <= $2 and (x.lost is null or x.lost > $2)
                and x.insurer_number <> s.insurer_number and x.birth_date = s.birth_date
            order by s.enrolment_id""";

    private final Pool pool;

    OverlapFinder(Pool pool) {
        this.pool = pool;
    }

    /**
     * A part of the stock that was looked at.
     *
     * @param last the enrolment to go on after; {@code null} when there is nothing more
     * @param found one for each coverage and other insurer, in the order of the enrolments
     */
    record Part(UUID last, int checked, List<FoundOverlap> found) {}

    /** @param after {@code null} to begin */
    Uni<Part> next(UUID after, int limit, LocalDate day) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(after == null ? new UUID(0, 0) : after, limit))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
                .flatMap(ids -> ids.length == 0
                        ? Uni.createFrom().item(new Part(null, 0, List.of()))
                        : overlaps(ids, day).map(found -> new Part(ids[ids.length - 1], ids.length, found)));
    }

    private Uni<List<FoundOverlap>> overlaps(UUID[] enrolments, LocalDate day) {
        return pool.preparedQuery(FIND).execute(Tuple.of(enrolments, day)).map(rows -> {
            Map<List<Object>, FoundOverlap> found = new LinkedHashMap<>();
            rows.stream()
                    .map(OverlapFinder::read)
                    .filter(overlap -> overlap.isOverlapOn(day))
                    .forEach(overlap -> found.merge(
                            List.of(overlap.enrolmentId(), overlap.otherInsurer()), overlap, FoundOverlap::later));
            return new ArrayList<>(found.values());
        });
    }

    private static FoundOverlap read(Row row) {
        return new FoundOverlap(
                row.getUUID("enrolment_id"),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"),
                row.getUUID("other_enrolment_id"),
                InsurerNumber.of(row.getString("other_insurer_number")),
                row.getLocalDate("other_acquired"),
                row.getLocalDate("other_lost"));
    }
}
