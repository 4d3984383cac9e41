package jp.shikaku.inquiry.ticket;

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

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.IdempotencyKey;

/** Sees to it that what is sent twice, even at the same moment, is written once. */
@ApplicationScoped
class TicketSubmissions {

    /** A second transaction with the same key waits here until the first has ended, and then sees its row. */
    private static final String CLAIM =
            """
            insert into ticket_submission (sender, idempotency_key, fingerprint, ticket_id, received_at)
            values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private static final String EARLIER =
            "select fingerprint, ticket_id from ticket_submission where sender = $1 and idempotency_key = $2";

    private final TicketCodes codes;
    private final ObjectMapper json;
    private final Clock clock;

    TicketSubmissions(TicketCodes codes, ObjectMapper json, Clock clock) {
        this.codes = codes;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code write} the first time, and never again. Both succeed or neither.
     *
     * @param in the transaction of the caller
     * @param ticket the inquiry that {@code write} is about
     * @return the inquiry that it was about, now or before
     * @throws ProblemException {@code idempotency-key-reused} when the key came with another body before
     */
    Uni<UUID> once(
            SqlClient in, String sender, IdempotencyKey key, Object request, UUID ticket, Supplier<Uni<Void>> write) {
        byte[] mark = fingerprint(request);
        return in.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        sender,
                        key.value(),
                        Buffer.buffer(mark),
                        ticket,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .flatMap(claimed ->
                        claimed.rowCount() == 1 ? write.get().replaceWith(ticket) : earlier(in, sender, key, mark));
    }

    private static Uni<UUID> earlier(SqlClient in, String sender, IdempotencyKey key, byte[] mark) {
        return in.preparedQuery(EARLIER)
                .execute(Tuple.of(sender, key.value()))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (!Arrays.equals(row.getBuffer("fingerprint").getBytes(), mark)) {
                        throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
                    }
                    return row.getUUID("ticket_id");
                });
    }

    private byte[] fingerprint(Object request) {
        try {
            return codes.fingerprint(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from JSON can be written to it", e);
        }
    }
}
