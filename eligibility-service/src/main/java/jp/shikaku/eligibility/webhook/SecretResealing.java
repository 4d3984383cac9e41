package jp.shikaku.eligibility.webhook;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

/** Seals by the current key, when the service starts, what is still sealed by another one: then that can go. */
@ApplicationScoped
class SecretResealing {

    private static final Logger LOG = Logger.getLogger(SecretResealing.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_LAST = Duration.ofMinutes(10);

    private static final String BY_ANOTHER_KEY =
            """
            select id, secret, previous_secret from webhook
            where id > $1 and (get_byte(secret, 0) <> $2 or get_byte(previous_secret, 0) <> $2)
            order by id limit 100""";

    /** Nothing when the secret was replaced meanwhile: that is sealed by the current key, or is seen at the next start. */
    private static final String RESEAL =
            """
            update webhook set secret = $2, previous_secret = $3
            where id = $1 and secret = $4 and previous_secret is not distinct from $5""";

    private final Pool pool;
    private final SigningSecrets secrets;

    SecretResealing(Pool pool, SigningSecrets secrets) {
        this.pool = pool;
        this.secrets = secrets;
    }

    void begin(@Observes StartupEvent event) {
        all().onFailure()
                .invoke(failure -> LOG.warnf(
                        "webhook secrets are not all sealed by key %d yet: %s",
                        secrets.currentKey(), failure.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(SOON, AT_LAST)
                .indefinitely()
                .subscribe()
                .with(count -> {
                    if (count > 0) {
                        LOG.infof("%d webhook secrets were sealed anew, by key %d", count, secrets.currentKey());
                    }
                });
    }

    /** @return how many webhooks had a secret that was sealed by another key, and have it no more */
    Uni<Integer> all() {
        return from(FIRST, 0);
    }

    private Uni<Integer> from(UUID after, int done) {
        return pool.preparedQuery(BY_ANOTHER_KEY)
                .execute(Tuple.of(after, secrets.currentKey()))
                .flatMap(rows -> {
                    List<Row> page = rows.stream().toList();
                    return page.isEmpty()
                            ? Uni.createFrom().item(done)
                            : reseal(page)
                                    .flatMap(count ->
                                            from(page.get(page.size() - 1).getUUID("id"), done + count));
                });
    }

    private Uni<Integer> reseal(List<Row> page) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUniAndConcatenate(this::reseal)
                .collect()
                .in(() -> new int[1], (sum, count) -> sum[0] += count)
                .map(sum -> sum[0]);
    }

    private Uni<Integer> reseal(Row row) {
        UUID id = row.getUUID("id");
        byte[] secret = row.getBuffer("secret").getBytes();
        byte[] previous = row.getBuffer("previous_secret") == null
                ? null
                : row.getBuffer("previous_secret").getBytes();
        return pool.preparedQuery(RESEAL)
                .execute(Tuple.of(
                        id,
                        Buffer.buffer(secrets.sealAnew(secret, id)),
                        previous == null ? null : Buffer.buffer(secrets.sealAnew(previous, id)),
                        Buffer.buffer(secret),
                        previous == null ? null : Buffer.buffer(previous)))
                .map(rows -> rows.rowCount());
    }
}
