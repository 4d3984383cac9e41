package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.ticket.TicketState;

/**
 * Closes what has been silent for long, also when nobody ever answered, and takes the personal data out of what has been closed for long. Every replica
 * tries; one at a time does.
 */
@ApplicationScoped
class TicketKeeper {

    private static final Logger LOG = Logger.getLogger(TicketKeeper.class);

    /** Of one transaction; what is left is next. */
    private static final int AT_ONCE = 200;

    /** Any number that nothing else locks by. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(7405112303) as mine";

    private static final String CLOSE =
            """
            with silent as materialized (
                select t.id from ticket t
                where t.state = any($1) and t.state_since < $2 and t.purged_at is null order by t.state_since limit $3
                for update skip locked),
            closed as (
                update ticket t set state = 'CLOSED', state_since = $4, due_at = null, revision = t.revision + 1
                from silent where t.id = silent.id
                returning t.id, t.assignee, t.revision)
            insert into ticket_event (id, ticket_id, at, actor, action, state, assignee, revision)
            select e.event, c.id, $4, 'system', 'CLOSED', 'CLOSED', c.assignee, c.revision
            from (select closed.*, row_number() over () as n from closed) c
            join unnest($5::uuid[]) with ordinality e (event, n) on e.n = c.n""";

    private static final String PURGE =
            """
            with old as materialized (
                select t.id from ticket t
                where t.state = 'CLOSED' and t.state_since < $1 and t.purged_at is null order by t.state_since limit $2
                for update skip locked),
            texts as (
                update ticket_message m set text = null from old where m.ticket_id = old.id),
            comments as (
                update ticket_event e set comment = null from old where e.ticket_id = old.id and e.comment is not null),
            submissions as (
                delete from ticket_submission s using old where s.ticket_id = old.id),
            purged as (
                update ticket t set purged_at = $3, code_hash = null, caller_name = null, caller_contact = null,
                    confirmation_number = null, revision = t.revision + 1
                from old where t.id = old.id
                returning t.id, t.assignee, t.revision)
            insert into ticket_event (id, ticket_id, at, actor, action, state, assignee, revision)
            select e.event, p.id, $3, 'system', 'PURGED', 'CLOSED', p.assignee, p.revision
            from (select purged.*, row_number() over () as n from purged) p
            join unnest($4::uuid[]) with ordinality e (event, n) on e.n = p.n""";

    /** It is the hotline's turn. */
    private static final Set<TicketState> OWED =
            EnumSet.of(TicketState.RECEIVED, TicketState.ASSIGNED, TicketState.REOPENED);

    private final Pool pool;
    private final CallLimit limit;
    private final TicketConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final AtomicBoolean tidying = new AtomicBoolean();
    private volatile long timer;

    TicketKeeper(Pool pool, CallLimit limit, TicketConfig config, Clock clock, Vertx vertx) {
        this.pool = pool;
        this.limit = limit;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.tidyEvery().toMillis(), tick -> tidyUnlessBusy());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void tidyUnlessBusy() {
        if (tidying.compareAndSet(false, true)) {
            tidy().onTermination()
                    .invoke(() -> tidying.set(false))
                    .subscribe()
                    .with(
                            done -> {},
                            failure ->
                                    // It is done once that is possible again.
                                    LOG.warnf(
                                            "inquiries are not closed and purged right now: %s",
                                            failure.getClass().getName()));
        }
    }

    /** Goes on until nothing is left, each part in a transaction of its own. */
    Uni<Void> tidy() {
        return limit.forget().chain(this::all);
    }

    private Uni<Void> all() {
        return pool.withTransaction(this::part)
                .flatMap(found -> found > 0 ? all() : Uni.createFrom().voidItem());
    }

    /** @return how many were closed or purged; 0 also when another replica is at it */
    private Uni<Integer> part(SqlConnection transaction) {
        return transaction
                .query(LOCK)
                .execute()
                .flatMap(locked -> locked.iterator().next().getBoolean("mine")
                        ? close(transaction, Set.of(TicketState.ANSWERED), config.closeAnsweredAfter())
                                .flatMap(closed -> close(
                                                transaction,
                                                Set.of(TicketState.WAITING_FOR_CALLER),
                                                config.closeWaitingAfter())
                                        .map(more -> closed + more))
                                .flatMap(closed -> giveUp(transaction).map(more -> closed + more))
                                .flatMap(closed -> purge(transaction).map(purged -> closed + purged))
                        : Uni.createFrom().item(0));
    }

    /** What the hotline has owed for so long that nobody can want it any more: nothing personal is kept for ever. */
    private Uni<Integer> giveUp(SqlConnection transaction) {
        return close(transaction, OWED, config.closeUnansweredAfter()).invoke(closed -> {
            if (closed > 0) {
                LOG.warnf("%d inquiries were closed that nobody has answered", closed);
            }
        });
    }

    private Uni<Integer> close(SqlConnection transaction, Set<TicketState> states, Duration after) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.tuple()
                        .addValue(states.stream().map(Enum::name).toArray(String[]::new))
                        .addValue(utc(now.minus(after)))
                        .addValue(AT_ONCE)
                        .addValue(utc(now))
                        .addValue(ids()))
                .map(rows -> rows.rowCount());
    }

    private Uni<Integer> purge(SqlConnection transaction) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(PURGE)
                .execute(Tuple.tuple()
                        .addValue(utc(now.minus(config.keepPersonalData())))
                        .addValue(AT_ONCE)
                        .addValue(utc(now))
                        .addValue(ids()))
                .map(rows -> rows.rowCount())
                .invoke(purged -> {
                    if (purged > 0) {
                        LOG.infof("the personal data of %d inquiries were purged", purged);
                    }
                });
    }

    private static UUID[] ids() {
        return Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(AT_ONCE).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
