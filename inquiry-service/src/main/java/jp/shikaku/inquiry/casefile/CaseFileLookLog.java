package jp.shikaku.inquiry.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.ConfirmationNumber;

/** The record of which agent looked at which case (R6). */
@ApplicationScoped
class CaseFileLookLog {

    private static final String RECORD =
            """
            insert into case_file_look (id, at, agent_id, confirmation_number, request_id)
            values ($1, $2, $3, $4, $5)""";

    private final Pool pool;

    CaseFileLookLog(Pool pool) {
        this.pool = pool;
    }

    /** Completes when the record is durable. */
    Uni<Void> record(Instant at, String agent, ConfirmationNumber number, String requestId) {
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(
                        UuidCreator.getTimeOrderedEpoch(),
                        at.atOffset(ZoneOffset.UTC),
                        agent,
                        number.value(),
                        UUID.fromString(requestId)))
                .replaceWithVoid();
    }
}
