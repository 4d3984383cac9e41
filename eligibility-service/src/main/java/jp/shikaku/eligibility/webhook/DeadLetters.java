package jp.shikaku.eligibility.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.contracts.webhook.WebhookDeadLetter;
import jp.shikaku.contracts.webhook.WebhookRetry;

/** Messages that were given up: shown, and sent again when the receiver is mended. */
@ApplicationScoped
class DeadLetters {

    private static final int MOST_AT_ONCE = 1_000;

    private static final String LIST =
            """
            select id, webhook_id, institution_code, type, failure, attempts, queued_at, dead_at from webhook_delivery
            where status = 'DEAD' and ($1::text is null or institution_code = $1) and ($2::uuid is null or id > $2)
            order by id limit $3""";

    private static final String RETRY =
            """
            with chosen as (
                select id, webhook_id from webhook_delivery
                where status = 'DEAD' and ($1::text is null or institution_code = $1) and ($2::uuid is null or id = $2)
                order by id limit %d
                for update skip locked),
            at_once as (
                update webhook set resume_at = now() where id in (select webhook_id from chosen))
            update webhook_delivery set status = 'PENDING', attempts = 0, entered_at = now(), next_attempt_at = now(),
                failure = null, dead_at = null
            where id in (select id from chosen)"""
                    .formatted(MOST_AT_ONCE);

    private static final String LEFT =
            "select count(*) from webhook_delivery where status = 'DEAD' and ($1::text is null or institution_code = $1)";

    private final Pool pool;
    private final WebhookSender sender;

    DeadLetters(Pool pool, WebhookSender sender) {
        this.pool = pool;
        this.sender = sender;
    }

    /**
     * @param institution whose; empty for everybody's
     * @param after the last one already known; {@code null} for the first page
     */
    Uni<List<WebhookDeadLetter>> list(Optional<InstitutionCode> institution, UUID after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(code(institution), after, limit))
                .map(rows -> rows.stream().map(DeadLetters::read).toList());
    }

    /** Sends one again. Whether there was one. */
    Uni<Boolean> retry(Optional<InstitutionCode> institution, UUID id) {
        return retried(institution, id).map(retried -> retried == 1);
    }

    /** Sends the first thousand again. */
    Uni<WebhookRetry> retryAll(Optional<InstitutionCode> institution) {
        return retried(institution, null).flatMap(retried -> pool.preparedQuery(LEFT)
                .execute(Tuple.of(code(institution)))
                .map(rows -> new WebhookRetry(retried, rows.iterator().next().getLong(0))));
    }

    private Uni<Integer> retried(Optional<InstitutionCode> institution, UUID id) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(code(institution), id))
                .map(rows -> rows.rowCount())
                .invoke(sender::wake);
    }

    private static String code(Optional<InstitutionCode> institution) {
        return institution.map(InstitutionCode::value).orElse(null);
    }

    private static WebhookDeadLetter read(Row row) {
        return new WebhookDeadLetter(
                row.getUUID("id"),
                row.getUUID("webhook_id"),
                InstitutionCode.of(row.getString("institution_code")),
                row.getString("type"),
                row.getString("failure"),
                row.getInteger("attempts"),
                JapanTime.wire(row.getOffsetDateTime("queued_at").toInstant()),
                JapanTime.wire(row.getOffsetDateTime("dead_at").toInstant()));
    }
}
