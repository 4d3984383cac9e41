package jp.shikaku.eligibility.watch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.contracts.watch.WatchEvent;
import jp.shikaku.eligibility.webhook.Message;
import jp.shikaku.eligibility.webhook.WebhookOutbox;

/** The events of institutions: kept for a while, numbered, and put into the outbox of webhooks as they are made. */
@ApplicationScoped
class WatchFeed {

    /** Whoever numbers holds the row until the commit: what has the higher number is never seen before the lower one. */
    private static final String NUMBER =
            """
            insert into watch_feed (institution_code, last_event)
            select * from unnest($1::text[], $2::bigint[]) as n (institution_code, events) order by 1
            on conflict (institution_code) do update set last_event = watch_feed.last_event + excluded.last_event
            returning institution_code, last_event""";

    private static final String ADD =
            """
            with added as (
                insert into watch_event (institution_code, number, watch_id, confirmation_number, happened_at, due_at)
                select n.institution_code, n.number, n.watch_id, n.confirmation_number, $6::timestamptz, n.due_at
                from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::timestamptz[])
                    as n (institution_code, number, watch_id, confirmation_number, due_at)
                returning institution_code)
            select pg_notify($7, institution_code) from (select distinct institution_code from added) as told""";

    private static final String READ =
            """
            select number, watch_id, confirmation_number, happened_at,
                extract(epoch from clock_timestamp() - due_at)::float8 as seconds
            from watch_event where institution_code = $1 and number > $2 order by number limit $3""";

    private static final String LAST = "select last_event from watch_feed where institution_code = $1";

    private static final String LAST_OF_MANY =
            "select institution_code, last_event from watch_feed where institution_code = any($1)";

    private static final String FORGET = "delete from watch_event where happened_at < $1";

    private final Pool pool;
    private final WebhookOutbox webhooks;
    private final ObjectMapper json;

    WatchFeed(Pool pool, WebhookOutbox webhooks, ObjectMapper json) {
        this.pool = pool;
        this.webhooks = webhooks;
        this.json = json;
    }

    /** @param dueAt when it was linked, by the clock of the database */
    record Change(InstitutionCode institution, UUID watch, ConfirmationNumber number, OffsetDateTime dueAt) {}

    /** @param seconds since it was linked */
    record Told(WatchEvent event, double seconds) {}

    private record Numbered(Change change, WatchEvent event) {}

    /** In the transaction that found the changes. */
    Uni<Void> add(SqlConnection transaction, List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Long> events = new TreeMap<>(changes.stream()
                .collect(Collectors.groupingBy(it -> it.institution().value(), Collectors.counting())));
        return transaction
                .preparedQuery(NUMBER)
                .execute(Tuple.of(
                        events.keySet().toArray(String[]::new), events.values().toArray(Long[]::new)))
                .map(rows -> numbered(changes, events, rows, now))
                .flatMap(numbered -> write(transaction, numbered, now)
                        .flatMap(done -> webhooks.add(transaction, messages(numbered))));
    }

    private static List<Numbered> numbered(
            List<Change> changes, Map<String, Long> events, RowSet<Row> rows, Instant now) {
        Map<String, Long> next = new HashMap<>();
        rows.forEach(row -> {
            String institution = row.getString("institution_code");
            next.put(institution, row.getLong("last_event") - events.get(institution) + 1);
        });
        List<Numbered> numbered = new ArrayList<>();
        for (Change change : changes) {
            long number = next.merge(change.institution().value(), 1L, Long::sum) - 1;
            numbered.add(new Numbered(change, event(number, change.watch(), change.number(), now)));
        }
        return numbered;
    }

    private static Uni<Void> write(SqlConnection transaction, List<Numbered> numbered, Instant now) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addValue(
                                values(numbered, it -> it.change().institution().value())
                                        .toArray(String[]::new))
                        .addValue(values(numbered, it -> it.event().id()).toArray(Long[]::new))
                        .addValue(values(numbered, it -> it.change().watch()).toArray(UUID[]::new))
                        .addValue(values(numbered, it -> it.change().number().value())
                                .toArray(String[]::new))
                        .addValue(values(numbered, it -> it.change().dueAt()).toArray(OffsetDateTime[]::new))
                        .addValue(now.atOffset(ZoneOffset.UTC))
                        .addValue(WatchWorker.CHANNEL))
                .replaceWithVoid();
    }

    private List<Message> messages(List<Numbered> numbered) {
        return numbered.stream()
                .map(it -> new Message(
                        it.change().institution(),
                        it.event().type(),
                        write(it.event()),
                        it.change().dueAt()))
                .toList();
    }

    /** The events behind {@code after}, in their order. */
    Uni<List<Told>> read(InstitutionCode institution, long after, int limit) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(institution.value(), after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Told(
                                event(
                                        row.getLong("number"),
                                        row.getUUID("watch_id"),
                                        new ConfirmationNumber(row.getString("confirmation_number")),
                                        row.getOffsetDateTime("happened_at").toInstant()),
                                row.getDouble("seconds")))
                        .toList());
    }

    /** The number of the last event; 0 when there was none yet. */
    Uni<Long> last(InstitutionCode institution) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(institution.value()))
                .map(rows ->
                        rows.stream().findFirst().map(row -> row.getLong(0)).orElse(0L));
    }

    /** The same for several; those without events are missing. */
    Uni<Map<String, Long>> last(Collection<String> institutions) {
        return pool.preparedQuery(LAST_OF_MANY)
                .execute(Tuple.tuple().addValue(institutions.toArray(String[]::new)))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1))));
    }

    Uni<Integer> forget(Instant before) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private static WatchEvent event(long number, UUID watch, ConfirmationNumber confirmation, Instant at) {
        return new WatchEvent(
                number,
                WatchEvent.CHANGED,
                JapanTime.wire(at),
                watch,
                confirmation,
                "/confirmations/" + confirmation.display() + "/now");
    }

    private String write(WatchEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is plain values", e);
        }
    }

    private static <T> List<T> values(List<Numbered> numbered, Function<Numbered, T> value) {
        return numbered.stream().map(value).toList();
    }
}
