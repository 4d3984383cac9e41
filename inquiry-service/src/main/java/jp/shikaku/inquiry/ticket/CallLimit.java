package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;

/** Counts the calls of an address, over all replicas. Addresses are kept as keyed hashes, until their time is over. */
@ApplicationScoped
class CallLimit {

    private static final String COUNT =
            """
            insert into ticket_call as c (kind, caller, until, calls) values ($1, $2, $3, 1)
            on conflict (kind, caller) do update set
                calls = case when c.until <= $4 then 1 else c.calls + 1 end,
                until = case when c.until <= $4 then excluded.until else c.until end
            returning calls, until""";

    private static final String FORGET = "delete from ticket_call where until <= $1";

    private final Pool pool;
    private final TicketCodes codes;
    private final TicketConfig config;
    private final Clock clock;

    CallLimit(Pool pool, TicketCodes codes, TicketConfig config, Clock clock) {
        this.pool = pool;
        this.codes = codes;
        this.config = config;
        this.clock = clock;
    }

    /** What is counted apart. */
    enum Kind {
        SUBMISSION,
        MESSAGE,
        LOOK
    }

    /** Fails with {@code tickets-too-many} when the address has called too often. */
    Uni<Void> count(Kind kind, CallerAddress address) {
        Instant now = clock.instant();
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(
                        kind.name(),
                        Buffer.buffer(codes.hash(kind.name(), address)),
                        now.plus(config.window()).atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (row.getInteger("calls") > most(kind)) {
                        throw new ProblemException(
                                ProblemType.TICKETS_TOO_MANY,
                                Duration.between(
                                        now, row.getOffsetDateTime("until").toInstant()));
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private int most(Kind kind) {
        return switch (kind) {
            case SUBMISSION -> config.submissionsPerAddress();
            case MESSAGE -> config.messagesPerAddress();
            case LOOK -> config.looksPerAddress();
        };
    }
}
