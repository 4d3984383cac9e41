package jp.shikaku.inquiry.faq.editing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.IdempotencyKey;

/** Sees to it that a draft that is sent twice, even at the same moment, is begun once. */
@ApplicationScoped
class DraftSubmissions {

    /** A second transaction with the same key waits here until the first has ended, and then sees its row. */
    private static final String CLAIM =
            """
            insert into faq_submission (operator, idempotency_key, fingerprint, draft_id, received_at)
            values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private static final String EARLIER =
            "select fingerprint, draft_id from faq_submission where operator = $1 and idempotency_key = $2";

    private final ObjectMapper json;
    private final Clock clock;

    DraftSubmissions(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code write} the first time, and never again. Both succeed or neither.
     *
     * @param in the transaction of the caller
     * @param newId id of the draft that {@code write} is going to begin
     * @return the id of the draft that was begun, now or before
     * @throws jp.shikaku.contracts.problem.ProblemException {@code idempotency-key-reused} when the key came with
     *     another body before
     */
    Uni<UUID> once(
            SqlClient in, String operator, IdempotencyKey key, Object request, UUID newId, Supplier<Uni<Void>> write) {
        byte[] mark = fingerprint(request);
        return in.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        operator,
                        key.value(),
                        Buffer.buffer(mark),
                        newId,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .flatMap(claimed ->
                        claimed.rowCount() == 1 ? write.get().replaceWith(newId) : earlier(in, operator, key, mark));
    }

    private static Uni<UUID> earlier(SqlClient in, String operator, IdempotencyKey key, byte[] mark) {
        return in.preparedQuery(EARLIER)
                .execute(Tuple.of(operator, key.value()))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (!Arrays.equals(row.getBuffer("fingerprint").getBytes(), mark)) {
                        throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
                    }
                    return row.getUUID("draft_id");
                });
    }

    /** Plain: there is nothing personal in a question. */
    private byte[] fingerprint(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from JSON can be written to it", e);
        }
    }
}
