package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.linkage.LinkageStatus;
import jp.shikaku.contracts.linkage.LinkageStatus.Waiting;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.linkage.Announcement.Priority;

/** How far eligibility is behind. */
@ApplicationScoped
class Backlog {

    private static final String COUNT =
            """
            select 'PENDING' as status, priority, count(*) as waiting, min(queued_at) as oldest from linkage_outbox
            where status = 'PENDING' group by priority
            union all
            select 'DEAD', null, count(*), min(dead_at) from linkage_outbox where status = 'DEAD'""";

    private final Pool pool;
    private final Clock clock;

    Backlog(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<LinkageStatus> status() {
        return pool.preparedQuery(COUNT).execute().map(rows -> {
            Instant now = clock.instant();
            List<Row> found = rows.stream().toList();
            List<Waiting> waiting = new ArrayList<>();
            for (Priority priority : Priority.values()) {
                waiting.add(found.stream()
                        .filter(row ->
                                row.getShort("priority") != null && row.getShort("priority") == priority.ordinal())
                        .findFirst()
                        .map(row -> waiting(priority, row, now))
                        .orElse(new Waiting(priority.name(), 0, null, 0)));
            }
            long dead = found.stream()
                    .filter(row -> row.getString("status").equals("DEAD"))
                    .mapToLong(row -> row.getLong("waiting"))
                    .sum();
            return new LinkageStatus(JapanTime.wire(now), waiting, dead);
        });
    }

    private static Waiting waiting(Priority priority, Row row, Instant now) {
        Instant oldest = row.getOffsetDateTime("oldest").toInstant();
        long age = Math.max(0, Duration.between(oldest, now).toSeconds());
        return new Waiting(priority.name(), row.getLong("waiting"), JapanTime.wire(oldest), age);
    }
}
