package jp.shikaku.eligibility.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.eligibility.webhook.Delivery.Outcome;

/**
 * The table of messages that are to be sent. A message is leased to one replica, and falls back when the lease runs out:
 * each arrives at least once. Leases and pauses run by the clock of the database.
 */
@ApplicationScoped
public class WebhookOutbox {

    private static final String OF_INSTITUTIONS =
            "select id, institution_code from webhook where institution_code = any($1)";

    private static final String ADD =
            """
            insert into webhook_delivery (id, webhook_id, institution_code, type, body, queued_at, due_at)
            select n.id, n.webhook_id, n.institution_code, n.type, n.body, $7, n.due_at
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                as n (id, webhook_id, institution_code, type, body, due_at)
            where exists (select 1 from webhook w where w.id = n.webhook_id)""";

    /**
     * The webhooks with anything to be sent, found one behind the other in the index however much each has; of each no
     * more than a few messages, those first that were tried least, and a single one while it fails.
     */
    private static final String CLAIM =
            """
            with recursive waiting (webhook_id) as (
                (select webhook_id from webhook_delivery where status = 'PENDING' order by webhook_id limit 1)
                union all
                select (select d.webhook_id from webhook_delivery d
                    where d.status = 'PENDING' and d.webhook_id > w.webhook_id order by d.webhook_id limit 1)
                from waiting w where w.webhook_id is not null),
            ready as materialized (
                select w.id, w.failures from webhook w join waiting on waiting.webhook_id = w.id
                where w.resume_at <= now() and exists (
                    select 1 from webhook_delivery d
                    where d.webhook_id = w.id and d.status = 'PENDING' and d.next_attempt_at <= now())
                order by w.resume_at limit $1
                for no key update of w skip locked),
            picked as materialized (
                select d.id from ready r cross join lateral (
                    select p.id from webhook_delivery p
                    where p.webhook_id = r.id and p.status = 'PENDING' and p.next_attempt_at <= now()
                    order by p.attempts, p.id limit case when r.failures > 0 then 1 else $2::int end
                    for update skip locked) d),
            trying as (
                update webhook w set resume_at = now() + make_interval(secs => $3) from ready r
                where w.id = r.id and r.failures > 0)
            update webhook_delivery d set attempts = d.attempts + 1, next_attempt_at = now() + make_interval(secs => $3)
            from webhook w where d.id in (select id from picked) and w.id = d.webhook_id
            returning d.id, d.body, d.webhook_id, w.url, w.secret,
                case when w.previous_until > now() then w.previous_secret end as previous_secret, w.failures""";

    private static final String TAKEN =
            """
            with gone as (
                delete from webhook_delivery where id = $1
                returning extract(epoch from clock_timestamp() - due_at)::float8 as seconds),
            up as (
                update webhook set failures = 0, last_failure = null, last_delivered_at = $3, resume_at = now() where id = $2)
            select seconds from gone""";

    private static final String FAILED =
            """
            with down as (
                update webhook set failures = greatest(failures, $3::int), last_failure = $4,
                    resume_at = now() + make_interval(secs => $5)
                where id = $2)
            update webhook_delivery set failure = $4, next_attempt_at = now(),
                status = case when $6::boolean or entered_at < now() - make_interval(secs => $7) then 'DEAD' else 'PENDING' end,
                dead_at = case when $6::boolean or entered_at < now() - make_interval(secs => $7) then $8::timestamptz end
            where id = $1
            returning status = 'DEAD' as dead""";

    private static final String GIVE_UP =
            """
            update webhook_delivery set status = 'DEAD', dead_at = $2, failure = coalesce(failure, 'not-tried')
            where status = 'PENDING' and next_attempt_at <= now() and entered_at < now() - make_interval(secs => $1)""";

    private static final String FORGET = "delete from webhook_delivery where status = 'DEAD' and dead_at < $1";

    private final Pool pool;
    private final Clock clock;

    WebhookOutbox(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** In the transaction in which it happens: this is going to be sent to every webhook of the institutions. */
    public Uni<Void> add(SqlConnection transaction, List<Message> messages) {
        String[] institutions = messages.stream()
                .map(message -> message.institution().value())
                .distinct()
                .toArray(String[]::new);
        if (institutions.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(OF_INSTITUTIONS)
                .execute(Tuple.tuple().addValue(institutions))
                .flatMap(rows -> add(transaction, messages, webhooksOf(rows)));
    }

    private static Map<String, List<UUID>> webhooksOf(RowSet<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getString("institution_code"),
                        Collectors.mapping(row -> row.getUUID("id"), Collectors.toList())));
    }

    private record Addressed(UUID webhook, Message message) {}

    private Uni<Void> add(SqlConnection transaction, List<Message> messages, Map<String, List<UUID>> webhooks) {
        List<Addressed> all = messages.stream()
                .flatMap(message -> webhooks.getOrDefault(message.institution().value(), List.of()).stream()
                        .map(webhook -> new Addressed(webhook, message)))
                .toList();
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.tuple()
                .addValue(all.stream()
                        .map(it -> UuidCreator.getTimeOrderedEpoch())
                        .toArray(UUID[]::new))
                .addValue(all.stream().map(Addressed::webhook).toArray(UUID[]::new))
                .addValue(texts(all, it -> it.institution().value()))
                .addValue(texts(all, Message::type))
                .addValue(texts(all, Message::body))
                .addValue(all.stream().map(it -> it.message().dueAt()).toArray(OffsetDateTime[]::new))
                .addValue(now());
        return transaction.preparedQuery(ADD).execute(parameters).replaceWithVoid();
    }

    private static String[] texts(List<Addressed> all, Function<Message, String> text) {
        return all.stream().map(it -> text.apply(it.message())).toArray(String[]::new);
    }

    /**
     * Leases what is to be sent now.
     *
     * @param webhooks to how many, at most
     * @param each how many to each, at most
     */
    Uni<List<Delivery>> claim(int webhooks, int each, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(webhooks, each, seconds(lease)))
                .map(rows -> rows.stream().map(WebhookOutbox::delivery).toList());
    }

    private static Delivery delivery(Row row) {
        List<byte[]> secrets = Stream.of(row.getBuffer("secret"), row.getBuffer("previous_secret"))
                .filter(Objects::nonNull)
                .map(kept -> kept.getBytes())
                .toList();
        return new Delivery(
                row.getUUID("id"),
                row.getString("body"),
                row.getUUID("webhook_id"),
                row.getString("url"),
                secrets,
                row.getInteger("failures"));
    }

    /** @return seconds since it could have been told; empty when somebody else settled it meanwhile */
    Uni<OptionalDouble> taken(Delivery delivery) {
        return pool.preparedQuery(TAKEN)
                .execute(Tuple.of(delivery.id(), delivery.webhook(), now()))
                .map(rows -> rows.stream()
                        .mapToDouble(row -> row.getDouble("seconds"))
                        .findFirst());
    }

    /** @return whether it was given up with this */
    Uni<Boolean> failed(Delivery delivery, Outcome.Failed outcome, Duration pause, Duration giveUpAfter) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.from(new ArrayList<Object>(List.of(
                        delivery.id(),
                        delivery.webhook(),
                        delivery.failures() + 1,
                        outcome.reason(),
                        seconds(pause),
                        outcome.forGood(),
                        seconds(giveUpAfter),
                        now()))))
                .map(rows -> rows.stream().anyMatch(row -> row.getBoolean("dead")));
    }

    /** Gives up what has waited too long, also behind others that are tried before it. */
    Uni<Integer> giveUp(Duration after) {
        return pool.preparedQuery(GIVE_UP)
                .execute(Tuple.of(seconds(after), now()))
                .map(RowSet::rowCount);
    }

    Uni<Integer> forgetDead(Duration keep) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(now().minus(keep))).map(RowSet::rowCount);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
