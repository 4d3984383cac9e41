package jp.shikaku.registration.linkage;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.linkage.DeadLetter;
import jp.shikaku.contracts.linkage.DeadLetterRetry;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;

/** What eligibility refused for good: shown to the operator, and sent again when the cause is mended. Never discarded. */
@ApplicationScoped
class DeadLetters {

    private static final int MOST_AT_ONCE = 1_000;

    private static final String LIST =
            """
            select o.enrolment_id, o.coverage_version, o.version, e.insurer_number, o.state, o.refusal, o.attempts,
                o.queued_at, o.dead_at
            from linkage_outbox o join enrolment e on e.id = o.enrolment_id
            where o.status = 'DEAD' and ($1::uuid is null or (o.enrolment_id, o.coverage_version) > ($1, $2))
            order by o.enrolment_id, o.coverage_version limit $3""";

    /**
     * A number that eligibility knows with another content is used up: the last word on an enrolment gets the next one.
     * When it was not the last word, eligibility has a newer one and nothing is lost.
     */
    private static final String RETRY =
            """
            with chosen as (
                select enrolment_id, coverage_version, refusal = '%s' as used_up from linkage_outbox
                where status = 'DEAD' and ($1::uuid is null or (enrolment_id, coverage_version) = ($1, $2))
                order by enrolment_id, coverage_version limit %d
                for update skip locked),
            renumbered as (
                update enrolment e set coverage_version = e.coverage_version + 1 from chosen c
                where c.used_up and e.id = c.enrolment_id and e.coverage_version = c.coverage_version
                returning e.id, e.coverage_version)
            update linkage_outbox o set status = 'PENDING', attempts = 0, next_attempt_at = now(), leased_until = null,
                refusal = null, dead_at = null, coverage_version = coalesce(r.coverage_version, o.coverage_version)
            from chosen c left join renumbered r on r.id = c.enrolment_id and r.coverage_version = c.coverage_version + 1
            where o.enrolment_id = c.enrolment_id and o.coverage_version = c.coverage_version"""
                    .formatted(ProblemType.COVERAGE_VERSION_CONFLICT.code(), MOST_AT_ONCE);

    private final Pool pool;
    private final OutboxSender sender;

    DeadLetters(@ReactiveDataSource("linkage") Pool pool, OutboxSender sender) {
        this.pool = pool;
        this.sender = sender;
    }

    /** @param after the last one already known; {@code null} for the first page */
    Uni<List<DeadLetter>> list(DeadLetterId after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(
                        after == null ? null : after.enrolmentId(),
                        after == null ? null : after.coverageVersion(),
                        limit))
                .map(rows -> rows.stream().map(DeadLetters::read).toList());
    }

    /** Sends one again. Whether there was one. */
    Uni<Boolean> retry(UUID enrolmentId, int coverageVersion) {
        return retried(enrolmentId, coverageVersion).map(retried -> retried == 1);
    }

    /** Sends the first thousand again. */
    Uni<DeadLetterRetry> retryAll() {
        return retried(null, null).flatMap(retried -> pool.query(
                        "select count(*) from linkage_outbox where status = 'DEAD'")
                .execute()
                .map(rows -> new DeadLetterRetry(retried, rows.iterator().next().getLong(0))));
    }

    private Uni<Integer> retried(UUID enrolmentId, Integer coverageVersion) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(enrolmentId, coverageVersion))
                .map(rows -> rows.rowCount())
                .invoke(sender::wake);
    }

    private static DeadLetter read(Row row) {
        return new DeadLetter(
                row.getUUID("enrolment_id"),
                row.getInteger("coverage_version"),
                row.getInteger("version"),
                InsurerNumber.of(row.getString("insurer_number")),
                CoverageState.valueOf(row.getString("state")),
                row.getString("refusal"),
                row.getInteger("attempts"),
                JapanTime.wire(row.getOffsetDateTime("queued_at").toInstant()),
                row.getOffsetDateTime("dead_at") == null
                        ? null
                        : JapanTime.wire(row.getOffsetDateTime("dead_at").toInstant()));
    }
}
