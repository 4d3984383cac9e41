package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.ticket.TicketSummary;

/** What an export reads, and the record of who made one. */
@ApplicationScoped
class TicketExportStore {

    private static final String RECORD =
            "insert into ticket_export (id, at, actor, with_texts) values ($1, $2, $3, $4)";

    private static final String WRITTEN =
            """
            select ticket_id, string_agg(distinct faq_entry || ' ' || faq_version, ', ') as canned,
                case when $2::boolean then (array_agg(text order by id) filter (where kind = 'CALLER'))[1] end as text
            from ticket_message where ticket_id = any($1) group by ticket_id""";

    private final Pool pool;
    private final TicketStore store;
    private final Clock clock;

    TicketExportStore(Pool pool, TicketStore store, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param canned the questions whose answers were copied; {@code null} when none was
     * @param text what the caller wrote first; {@code null} when it was purged or is not asked for
     */
    record Line(TicketSummary ticket, String canned, String text) {}

    /** Completes when the record is durable. */
    Uni<Void> record(String actor, boolean withTexts) {
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(
                        UuidCreator.getTimeOrderedEpoch(), clock.instant().atOffset(ZoneOffset.UTC), actor, withTexts))
                .replaceWithVoid();
    }

    /** @param after the last inquiry already known; {@code null} for the first part */
    Uni<List<Line>> part(TicketFilter filter, boolean withTexts, UUID after, int limit) {
        Instant now = clock.instant();
        return store.list(pool, filter, after, limit, now).flatMap(tickets -> written(
                        tickets.stream().map(StoredTicket::id).toArray(UUID[]::new), withTexts)
                .map(written -> tickets.stream()
                        .map(ticket -> line(ticket.summary(now), written.get(ticket.id())))
                        .toList()));
    }

    private Uni<Map<UUID, Row>> written(UUID[] tickets, boolean withTexts) {
        return pool.preparedQuery(WRITTEN)
                .execute(Tuple.tuple().addValue(tickets).addValue(withTexts))
                .map(rows -> {
                    Map<UUID, Row> byTicket = new HashMap<>();
                    rows.forEach(row -> byTicket.put(row.getUUID("ticket_id"), row));
                    return byTicket;
                });
    }

    private static Line line(TicketSummary ticket, Row written) {
        return written == null
                ? new Line(ticket, null, null)
                : new Line(ticket, written.getString("canned"), written.getString("text"));
    }
}
