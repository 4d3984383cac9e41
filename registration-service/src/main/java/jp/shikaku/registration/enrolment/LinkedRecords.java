package jp.shikaku.registration.enrolment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;

/** Finds records by their id, for who has to do with their display and not with what they say. */
@ApplicationScoped
public class LinkedRecords {

    private static final String FIND =
            """
            select e.id, e.insurer_number, min(v.cleared_at) as given_out_since, min(v.linked_at) as linked_since,
                bool_or(v.version = e.latest_version and v.state = 'WITHDRAWN') as withdrawn
            from enrolment e join enrolment_version v on v.enrolment_id = e.id
            where e.id = $1 group by e.id""";

    public Uni<Optional<LinkedRecord>> find(SqlClient client, UUID enrolmentId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(enrolmentId))
                .map(rows -> rows.stream().map(LinkedRecords::read).findFirst());
    }

    private static LinkedRecord read(Row row) {
        return new LinkedRecord(
                row.getUUID("id"),
                InsurerNumber.of(row.getString("insurer_number")),
                instant(row.getOffsetDateTime("given_out_since")),
                instant(row.getOffsetDateTime("linked_since")),
                row.getBoolean("withdrawn"));
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
