package jp.shikaku.bare;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One prepared select by key, given as JSON: as little as an answer from this database can cost. To be measured against,
 * on one machine and for as long as that takes; it asks nobody who they are.
 */
@Path("/bare")
public class BareResource {

    private static final String BY_KEY =
            "select enrolment_id, name, birth_date, acquired, lost from coverage where subject_key = $1 and state = 'VISIBLE'";

    private final Pool pool;

    BareResource(Pool pool) {
        this.pool = pool;
    }

    /** What is read of one coverage. */
    public record Bare(UUID enrolmentId, String name, LocalDate birthDate, LocalDate acquired, LocalDate lost) {}

    /** That there is a database, in as few words as that can be said: what starts are measured beside. */
    @GET
    public Uni<String> hello() {
        return pool.query("select 'hello'")
                .execute()
                .map(rows -> rows.iterator().next().getString(0));
    }

    @GET
    @Path("/{key}")
    public Uni<Bare> get(String key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(key))
                .map(rows -> read(rows.iterator().next()));
    }

    private static Bare read(Row row) {
        return new Bare(
                row.getUUID("enrolment_id"),
                row.getString("name"),
                row.getLocalDate("birth_date"),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"));
    }
}
