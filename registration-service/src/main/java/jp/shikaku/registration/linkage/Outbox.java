package jp.shikaku.registration.linkage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.registration.database.RowsInsert;

/**
 * The table of what is to be sent. Any number of senders may share it: a version is leased to one of them, and falls back
 * when its lease runs out. Leases and pauses run by the clock of the database, the one clock that all senders see and
 * that nobody moves.
 */
@ApplicationScoped
class Outbox {

    private record Queued(Announcement announcement, Instant at) {}

    private static final RowsInsert<Queued> ADD = RowsInsert.<Queued>into("linkage_outbox")
            .uuid("enrolment_id", row -> row.announcement().enrolmentId())
            .integer("coverage_version", row -> row.announcement().coverageVersion())
            .integer("version", row -> row.announcement().version())
            .code("state", row -> row.announcement().state())
            .bool("medical_info_allowed", row -> row.announcement().medicalInfoAllowed())
            .integer("priority", row -> row.announcement().priority().ordinal())
            .moment("queued_at", Queued::at)
            .build();

    /** What stops a display goes first, and takes along what has to arrive before it. */
    private static final String HURRY =
            """
            update linkage_outbox set priority = 0, next_attempt_at = now()
            where enrolment_id = any($1) and priority > 0 and status = 'PENDING'""";

    /** Of each enrolment only the oldest announcement: the next one waits until it is done. */
    private static final String CLAIM =
            """
            update linkage_outbox o set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
            from enrolment_version v
            where (o.enrolment_id, o.coverage_version) in (
                select enrolment_id, coverage_version from linkage_outbox head
                where status = 'PENDING' and next_attempt_at <= now() and not exists (
                    select 1 from linkage_outbox earlier
                    where earlier.enrolment_id = head.enrolment_id
                        and earlier.coverage_version < head.coverage_version and earlier.status = 'PENDING')
                order by priority, next_attempt_at limit $1
                for update skip locked)
                and v.enrolment_id = o.enrolment_id and v.version = o.version
            returning o.coverage_version, o.attempts, o.state as coverage_state,
                o.medical_info_allowed as may_view_medical_info, v.*""";

    private static final String DONE = "delete from linkage_outbox where enrolment_id = $1 and coverage_version = $2";

    private static final String LATER =
            """
            update linkage_outbox set next_attempt_at = now() + make_interval(secs => $3)
            where enrolment_id = $1 and coverage_version = $2""";

    private static final String DEAD =
            """
            update linkage_outbox set status = 'DEAD', refusal = $3
            where enrolment_id = $1 and coverage_version = $2""";

    private final Pool pool;
    private final DeliveredVersions versions;

    Outbox(Pool pool, DeliveredVersions versions) {
        this.pool = pool;
        this.versions = versions;
    }

    Uni<Void> add(SqlConnection transaction, List<Announcement> announcements, Instant now) {
        UUID[] urgent = announcements.stream()
                .filter(it -> it.priority() == Announcement.Priority.URGENT)
                .map(Announcement::enrolmentId)
                .toArray(UUID[]::new);
        Uni<?> hurried = urgent.length == 0
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(HURRY).execute(Tuple.of((Object) urgent));
        List<Queued> rows = announcements.stream()
                .map(announcement -> new Queued(announcement, now))
                .toList();
        return hurried.flatMap(done -> ADD.execute(transaction, rows));
    }

    Uni<List<OutboxItem>> claim(int limit, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(limit, seconds(lease)))
                .map(rows -> rows.stream().map(OutboxItem::of).toList());
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
        return Tuple.of(item.enrolmentId(), item.coverageVersion());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
