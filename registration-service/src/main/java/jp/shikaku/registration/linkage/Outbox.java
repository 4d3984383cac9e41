package jp.shikaku.registration.linkage;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The table of what is to be sent. Any number of senders may share it: a version is leased to one of them, and falls back
 * when its lease runs out. Leases and pauses run by the clock of the database, the one clock that all senders see and
 * that nobody moves.
 */
@ApplicationScoped
class Outbox {

    /** Of each enrolment only the oldest pending version: the next one waits until it is done. */
    private static final String CLAIM =
            """
            update linkage_outbox set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
            where (enrolment_id, version) in (
                select enrolment_id, version from linkage_outbox head
                where state = 'PENDING' and next_attempt_at <= now() and not exists (
                    select 1 from linkage_outbox earlier
                    where earlier.enrolment_id = head.enrolment_id and earlier.version < head.version
                        and earlier.state = 'PENDING')
                order by next_attempt_at limit $1
                for update skip locked)
            returning enrolment_id, version, coverage, attempts""";

    private static final String DONE = "delete from linkage_outbox where enrolment_id = $1 and version = $2";

    private static final String LATER =
            """
            update linkage_outbox set next_attempt_at = now() + make_interval(secs => $3)
            where enrolment_id = $1 and version = $2""";

    private static final String DEAD =
            "update linkage_outbox set state = 'DEAD', refusal = $3 where enrolment_id = $1 and version = $2";

    private final Pool pool;
    private final DeliveredVersions versions;

    Outbox(Pool pool, DeliveredVersions versions) {
        this.pool = pool;
        this.versions = versions;
    }

    Uni<List<OutboxItem>> claim(int limit, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(limit, seconds(lease)))
                .map(rows -> rows.stream()
                        .map(row -> new OutboxItem(
                                row.getUUID("enrolment_id"),
                                row.getInteger("version"),
                                row.getString("coverage"),
                                row.getInteger("attempts")))
                        .toList());
    }

    Uni<Void> delivered(OutboxItem item) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(DONE)
                .execute(key(item))
                .flatMap(done -> versions.delivered(connection, item.enrolmentId(), item.version())));
    }

    Uni<Void> later(OutboxItem item, Duration pause) {
        return pool.preparedQuery(LATER)
                .execute(key(item).addDouble(seconds(pause)))
                .replaceWithVoid();
    }

    /** Not sent any more until an operator looks at it. Later versions of the enrolment are: each is the whole state. */
    Uni<Void> dead(OutboxItem item, String refusal) {
        return pool.preparedQuery(DEAD).execute(key(item).addString(refusal)).replaceWithVoid();
    }

    private static Tuple key(OutboxItem item) {
        return Tuple.of(item.enrolmentId(), item.version());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
