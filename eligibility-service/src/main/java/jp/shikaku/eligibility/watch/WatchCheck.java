package jp.shikaku.eligibility.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.eligibility.audit.LookLog;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.AnswerNow;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.coverage.Coverage;

/**
 * Compares what watching institutions were told last with how their questions would be answered now. Mark, comparison,
 * event, message and record of the look are one transaction: a change is told once, whoever is killed when.
 */
@ApplicationScoped
class WatchCheck {

    private static final String TAKE =
            """
            delete from watch_due where id in (
                select id from watch_due where due_at <= now() order by due_at, id limit $1 for update skip locked)
            returning watch_id, due_at""";

    /** In the order of their keys, so that two replicas never wait for each other in a circle. */
    private static final String LOCK =
            """
            select id, institution_code, confirmation_number, person_key, validity, request_id,
                young_until, young_until > now() as young
            from watch where id = any($1) and state = 'OPEN' and expires_at > $2
            order by id for no key update""";

    private static final String UPDATE =
            """
            update watch w set validity = n.validity, person_key = n.person_key,
                changes = w.changes + n.changed, changed_at = case when n.changed = 1 then $6 else w.changed_at end,
                state = case when n.ended then 'FULFILLED' else w.state end, ended_at = case when n.ended then $6 end
            from unnest($1::uuid[], $2::smallint[], $3::text[], $4::int[], $5::boolean[])
                as n (id, validity, person_key, changed, ended)
            where w.id = n.id""";

    private static final String AGAIN =
            "insert into watch_due (watch_id, due_at) select * from unnest($1::uuid[], $2::timestamptz[])";

    private static final String POSTPONE =
            """
            update watch_due set due_at = now() + interval '1 minute' where watch_id = (
                select watch_id from watch_due where due_at <= now() order by due_at, id limit 1)""";

    private final Pool pool;
    private final Confirmations confirmations;
    private final WatchFeed feed;
    private final LookLog looks;
    private final Clock clock;

    WatchCheck(Pool pool, Confirmations confirmations, WatchFeed feed, LookLog looks, Clock clock) {
        this.pool = pool;
        this.confirmations = confirmations;
        this.feed = feed;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * @param taken how many marks were worked off
     * @param told the institutions for which there are events now
     */
    record Done(int taken, Set<InstitutionCode> told) {}

    private record Open(
            UUID id,
            InstitutionCode institution,
            ConfirmationNumber number,
            String personKey,
            Validity told,
            UUID requestId,
            OffsetDateTime youngUntil,
            boolean young) {

        static Open of(Row row) {
            return new Open(
                    row.getUUID("id"),
                    InstitutionCode.of(row.getString("institution_code")),
                    new ConfirmationNumber(row.getString("confirmation_number")),
                    row.getString("person_key"),
                    Validity.ofCode(row.getShort("validity")),
                    row.getUUID("request_id"),
                    row.getOffsetDateTime("young_until"),
                    row.getBoolean("young"));
        }
    }

    private record Compared(Open watch, AnswerNow now) {

        Validity validity() {
            return now.verdict().validity();
        }

        boolean changed() {
            return validity() != watch.told();
        }

        boolean ended() {
            return changed() && validity() == Validity.VALID;
        }

        Optional<PersonKey> person() {
            return now.person();
        }

        String personKey() {
            return person().map(PersonKey::value).orElse(null);
        }

        boolean isNews() {
            return changed() || !Objects.equals(personKey(), watch.personKey());
        }
    }

    /** Works off up to {@code limit} marks. */
    Uni<Done> next(int limit) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(limit))
                .flatMap(rows -> {
                    Map<UUID, OffsetDateTime> due = new TreeMap<>();
                    rows.forEach(row -> due.merge(
                            row.getUUID("watch_id"),
                            row.getOffsetDateTime("due_at"),
                            (one, other) -> one.isBefore(other) ? one : other));
                    return due.isEmpty()
                            ? Uni.createFrom().item(new Done(0, Set.of()))
                            : check(transaction, due).map(told -> new Done(rows.rowCount(), told));
                }));
    }

    /** What cannot be checked must not keep the others from being checked. */
    Uni<Void> postpone() {
        return pool.preparedQuery(POSTPONE).execute().replaceWithVoid();
    }

    private Uni<Set<InstitutionCode>> check(SqlConnection transaction, Map<UUID, OffsetDateTime> due) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(due.keySet().toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                .flatMap(rows -> {
                    List<Open> open = rows.stream().map(Open::of).toList();
                    return again(transaction, open)
                            .flatMap(done -> compare(transaction, open))
                            .flatMap(compared -> tell(transaction, compared, due, now));
                });
    }

    /** Once more when whatever was under way while they were made has ended. */
    private static Uni<Void> again(SqlConnection transaction, List<Open> open) {
        List<Open> young = open.stream().filter(Open::young).toList();
        return young.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(AGAIN)
                        .execute(Tuple.of(
                                young.stream().map(Open::id).toArray(UUID[]::new),
                                young.stream().map(Open::youngUntil).toArray(OffsetDateTime[]::new)))
                        .replaceWithVoid();
    }

    private Uni<List<Compared>> compare(SqlConnection transaction, List<Open> open) {
        if (open.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<ConfirmationNumber> numbers = open.stream().map(Open::number).collect(Collectors.toSet());
        return confirmations.answersNow(transaction, numbers).map(answers -> {
            Map<ConfirmationNumber, AnswerNow> byNumber = answers.stream()
                    .collect(Collectors.toMap(it -> it.confirmation().number(), Function.identity()));
            return open.stream()
                    .filter(watch -> byNumber.containsKey(watch.number()))
                    .map(watch -> new Compared(watch, byNumber.get(watch.number())))
                    .toList();
        });
    }

    private Uni<Set<InstitutionCode>> tell(
            SqlConnection transaction, List<Compared> compared, Map<UUID, OffsetDateTime> due, Instant now) {
        List<Compared> news = compared.stream().filter(Compared::isNews).toList();
        if (news.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<Compared> changed = news.stream().filter(Compared::changed).toList();
        List<WatchFeed.Change> changes = changed.stream()
                .map(it -> new WatchFeed.Change(
                        it.watch().institution(),
                        it.watch().id(),
                        it.watch().number(),
                        due.get(it.watch().id())))
                .toList();
        return update(transaction, news, now)
                .flatMap(done -> looks.record(transaction, looks(changed, now)))
                .flatMap(done -> feed.add(transaction, changes, now))
                .replaceWith(
                        changed.stream().map(it -> it.watch().institution()).collect(Collectors.toUnmodifiableSet()));
    }

    private static Uni<Void> update(SqlConnection transaction, List<Compared> news, Instant now) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addValue(values(news, it -> it.watch().id()).toArray(UUID[]::new))
                        .addValue(
                                values(news, it -> (short) it.validity().code()).toArray(Short[]::new))
                        .addValue(news.stream().map(Compared::personKey).toArray(String[]::new))
                        .addValue(values(news, it -> it.changed() ? 1 : 0).toArray(Integer[]::new))
                        .addValue(values(news, Compared::ended).toArray(Boolean[]::new))
                        .addValue(now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static <T> List<T> values(Collection<Compared> news, Function<Compared, T> value) {
        return news.stream().map(value).toList();
    }

    /** R6: that an answer has changed is something about a person, too. */
    private static List<LookRecord> looks(List<Compared> changed, Instant now) {
        return changed.stream()
                .map(it -> new LookRecord(
                        now,
                        Looker.institution(
                                it.watch().institution(), it.watch().requestId().toString()),
                        LookPurpose.WATCH,
                        it.watch().number(),
                        it.now().confirmation().question().asOf(),
                        it.validity(),
                        Optional.ofNullable(it.now().confirmation().subject()),
                        it.person(),
                        it.now().verdict().onCard().map(Coverage::enrolmentId),
                        false))
                .toList();
    }
}
