package jp.shikaku.eligibility.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.contracts.webhook.Webhook;

/** The table of webhooks. */
@ApplicationScoped
class WebhookStore {

    /** Adds nothing when the key was used before, or the institution has as many as it may. */
    private static final String ADD =
            """
            insert into webhook (id, institution_code, url, created_at, secret, idempotency_key, request_hash)
            select $1::uuid, $2::text, $3::text, $4::timestamptz, $5::bytea, $6::text, $7::bytea
            where (select count(*) from webhook where institution_code = $2) < $8::int
            on conflict (institution_code, idempotency_key) do nothing""";

    private static final String READ =
            """
            select w.id, w.url, w.created_at, w.last_delivered_at, w.failures, w.last_failure, w.request_hash,
                (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.status = 'PENDING') as waiting,
                (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.status = 'DEAD') as dead
            from webhook w where w.institution_code = $1""";

    private static final String ROTATE =
            """
            update webhook set previous_secret = secret, previous_until = now() + make_interval(secs => $4), secret = $3
            where institution_code = $1 and id = $2
            returning previous_until""";

    private final Pool pool;
    private final long replayWindowSeconds;

    WebhookStore(Pool pool, WebhookConfig config) {
        this.pool = pool;
        this.replayWindowSeconds = config.replayWindow().toSeconds();
    }

    /** A webhook that was registered with the same idempotency key. */
    record Earlier(Webhook webhook, byte[] hash) {}

    /** @return whether it was added */
    Uni<Boolean> add(
            UUID id,
            InstitutionCode institution,
            String url,
            Instant now,
            byte[] sealed,
            String idempotencyKey,
            byte[] hash,
            int most) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.from(List.<Object>of(
                        id,
                        institution.value(),
                        url,
                        now.atOffset(ZoneOffset.UTC),
                        Buffer.buffer(sealed),
                        idempotencyKey,
                        Buffer.buffer(hash),
                        most)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<Earlier>> earlier(InstitutionCode institution, String idempotencyKey) {
        return pool.preparedQuery(READ + " and w.idempotency_key = $2")
                .execute(Tuple.of(institution.value(), idempotencyKey))
                .map(rows -> first(rows)
                        .map(row -> new Earlier(
                                webhook(row), row.getBuffer("request_hash").getBytes())));
    }

    Uni<Optional<Webhook>> find(InstitutionCode institution, UUID id) {
        return pool.preparedQuery(READ + " and w.id = $2")
                .execute(Tuple.of(institution.value(), id))
                .map(rows -> first(rows).map(this::webhook));
    }

    /** All of the institution, of which there are few. */
    Uni<List<Webhook>> list(InstitutionCode institution) {
        return pool.preparedQuery(READ + " order by w.id")
                .execute(Tuple.of(institution.value()))
                .map(rows -> rows.stream().map(this::webhook).toList());
    }

    /** Whether there was one. What was still to be sent to it goes with it. */
    Uni<Boolean> delete(InstitutionCode institution, UUID id) {
        return pool.preparedQuery("delete from webhook where institution_code = $1 and id = $2")
                .execute(Tuple.of(institution.value(), id))
                .map(rows -> rows.rowCount() == 1);
    }

    /** @return until when the former secret signs too; empty when there is no such webhook */
    Uni<Optional<OffsetDateTime>> rotate(
            InstitutionCode institution, UUID id, byte[] sealed, Duration previousSecretLasts) {
        return pool.preparedQuery(ROTATE)
                .execute(Tuple.of(
                        institution.value(), id, Buffer.buffer(sealed), previousSecretLasts.toMillis() / 1000.0))
                .map(rows -> first(rows)
                        .map(row -> JapanTime.wire(
                                row.getOffsetDateTime("previous_until").toInstant())));
    }

    private Webhook webhook(Row row) {
        OffsetDateTime delivered = row.getOffsetDateTime("last_delivered_at");
        return new Webhook(
                row.getUUID("id"),
                row.getString("url"),
                JapanTime.wire(row.getOffsetDateTime("created_at").toInstant()),
                null,
                replayWindowSeconds,
                row.getLong("waiting"),
                row.getLong("dead"),
                delivered == null ? null : JapanTime.wire(delivered.toInstant()),
                row.getInteger("failures"),
                row.getString("last_failure"));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }
}
