package jp.shikaku.registration.overlap;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** Counts what the latest list tells of. */
@ApplicationScoped
class OverlapTallies {

    /** What is closed since is no overlap any more. */
    private static final String COUNT =
            """
            select l.issued_on, count(o.id) filter (where j.overlap_id is null) as open, count(j.overlap_id) as objected
            from (select number, issued_on from overlap_list where state = 'DONE' order by number desc limit 1) l
            left join overlap_entry e on e.list = l.number
            left join overlap o on o.id = e.overlap_id and o.closed_version is null
            left join overlap_objection j on j.overlap_id = o.id and j.withdrawn_at is null
            group by l.issued_on""";

    /** @param listedOn the day of the latest list; {@code null} while there is none */
    record Tally(LocalDate listedOn, long open, long objected) {}

    private final Pool pool;

    OverlapTallies(Pool pool) {
        this.pool = pool;
    }

    Uni<Tally> latest() {
        return pool.preparedQuery(COUNT)
                .execute()
                .map(rows ->
                        rows.stream().map(OverlapTallies::tally).findFirst().orElse(new Tally(null, 0, 0)));
    }

    private static Tally tally(Row row) {
        return new Tally(row.getLocalDate("issued_on"), row.getLong("open"), row.getLong("objected"));
    }
}
