package jp.shikaku.inquiry.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.notice.NoticeDeadLetter;
import jp.shikaku.contracts.notice.NoticeMailState;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;

/**
 * The table of mails that are to be sent. A mail is leased to one replica, and falls back when the lease runs out: each
 * goes out at least once. Leases, pauses and the rate run by the clock of the database.
 */
@ApplicationScoped
class MailOutbox {

    /** Any number that nothing else locks by: one replica at a time counts what the rate still allows. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(7405120804) as mine";

    private static final String CLAIM =
            """
            with ready as materialized (
                select m.id from notice_mail m
                join notice_recipient r on r.id = m.recipient_id
                join notice_addressee a on a.id = r.addressee_id
                where m.status = 'PENDING' and m.next_attempt_at <= now() and a.email is not null
                order by m.next_attempt_at, m.id
                limit greatest(0, least($1::bigint,
                    $2::bigint - (select count(*) from notice_mail where last_attempt_at > now() - interval '1 minute')))
                for update of m skip locked)
            update notice_mail m set attempts = m.attempts + 1, last_attempt_at = now(),
                next_attempt_at = now() + make_interval(secs => $3)
            from ready, notice_recipient r, notice_addressee a, notice_issue i
            where m.id = ready.id and r.id = m.recipient_id and a.id = r.addressee_id
                and i.notice_id = r.notice_id
                and i.version = case when m.kind = 'WITHDRAWAL'
                    then (select max(c.version) from notice_issue c where c.notice_id = r.notice_id) else r.version end
            returning m.id as mail_id, m.kind, m.number, m.attempts, r.id as recipient_id, a.name_ja, a.name_en,
                a.email, a.language, i.notice_id, i.version, i.content::text as content, i.published_at, i.withdrawn_at,
                i.withdrawal_ja, i.withdrawal_en""";

    private static final String SENT =
            """
            with gone as (
                update notice_mail set status = 'SENT', settled_at = $2, failure = null
                where id = $1 and status in ('PENDING', 'CANCELLED') returning recipient_id, kind)
            update notice_recipient r set sent_at = coalesce(sent_at, $2),
                remind_on = case when acknowledged_at is null and reminders = 0 and $3::date is not null
                    and not exists (select from notice_issue i where i.notice_id = r.notice_id
                        and (i.version > r.version or i.withdrawn_at is not null and i.version = r.version))
                    then $3::date else remind_on end
            from gone where r.id = gone.recipient_id and gone.kind = 'NOTICE'""";

    private static final String FAILED =
            """
            update notice_mail set failure = $2, next_attempt_at = now() + make_interval(secs => $3),
                status = case when $4::boolean or entered_at < now() - make_interval(secs => $5) then 'DEAD' else 'PENDING' end,
                settled_at = case when $4::boolean or entered_at < now() - make_interval(secs => $5) then $6::timestamptz end
            where id = $1 and status = 'PENDING'
            returning status = 'DEAD' as dead""";

    private static final String STATE =
            """
            select (select count(*) from notice_mail where status = 'PENDING') as waiting,
                (select count(*) from notice_mail m join notice_recipient r on r.id = m.recipient_id
                    join notice_addressee a on a.id = r.addressee_id
                    where m.status = 'PENDING' and a.email is null) as without_address,
                (select count(*) from notice_mail where status = 'DEAD') as dead,
                (select count(*) from notice_recipient r where r.sent_at is not null and r.acknowledged_at is null
                    and not exists (select from notice_issue i where i.notice_id = r.notice_id
                        and (i.version > r.version or i.version = r.version and i.withdrawn_at is not null)))
                    as unacknowledged""";

    private static final String DEAD =
            """
            select m.id, r.notice_id, r.version, r.addressee_id, m.kind, m.failure, m.attempts, m.settled_at
            from notice_mail m join notice_recipient r on r.id = m.recipient_id
            where m.status = 'DEAD' and ($1::uuid is null or m.id > $1) order by m.id limit $2""";

    private static final String RETRY =
            """
            update notice_mail set status = 'PENDING', attempts = 0, entered_at = now(), next_attempt_at = now(),
                failure = null, settled_at = null
            where id = $1 and status = 'DEAD'""";

    private final Pool pool;
    private final IssueStore issues;
    private final NoticeConfig config;
    private final Clock clock;

    MailOutbox(Pool pool, IssueStore issues, NoticeConfig config, Clock clock) {
        this.pool = pool;
        this.issues = issues;
        this.config = config;
        this.clock = clock;
    }

    /** Leases what is to be sent now: not more than {@code atMost}, nor than the rate allows. */
    Uni<List<QueuedMail>> claim(int atMost) {
        return pool.withTransaction(transaction -> transaction
                .query(LOCK)
                .execute()
                .flatMap(locked -> locked.iterator().next().getBoolean("mine")
                        ? claim(transaction, atMost)
                        : Uni.createFrom().item(List.<QueuedMail>of())));
    }

    private Uni<List<QueuedMail>> claim(SqlConnection transaction, int atMost) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of((long) atMost, (long) config.mailsPerMinute(), seconds(config.lease())))
                .map(rows -> rows.stream().map(this::mail).toList());
    }

    private QueuedMail mail(Row row) {
        return new QueuedMail(
                row.getUUID("mail_id"),
                row.getUUID("recipient_id"),
                QueuedMail.Kind.valueOf(row.getString("kind")),
                row.getInteger("number"),
                row.getInteger("attempts"),
                issues.issue(row),
                new LocalizedText(row.getString("name_ja"), row.getString("name_en")),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")));
    }

    /** @param remindOn when a reminder follows unless it is acknowledged */
    Uni<Void> sent(QueuedMail mail, LocalDate remindOn) {
        return pool.preparedQuery(SENT)
                .execute(Tuple.of(mail.id(), now(), remindOn))
                .replaceWithVoid();
    }

    /** @return whether it was given up with this */
    Uni<Boolean> failed(QueuedMail mail, String failure, Duration pause, boolean forGood) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.from(Arrays.asList(
                        mail.id(), failure, seconds(pause), forGood, seconds(config.giveUpAfter()), now())))
                .map(rows -> rows.stream().anyMatch(row -> row.getBoolean("dead")));
    }

    Uni<NoticeMailState> state(boolean configured) {
        return pool.query(STATE)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new NoticeMailState(
                        configured,
                        row.getLong("waiting"),
                        row.getLong("without_address"),
                        row.getLong("dead"),
                        row.getLong("unacknowledged")));
    }

    Uni<List<NoticeDeadLetter>> dead(PageRequest page) {
        return pool.preparedQuery(DEAD)
                .execute(Tuple.of(page.after(), page.limitPlusOne()))
                .map(rows -> rows.stream().map(MailOutbox::deadLetter).toList());
    }

    /** Whether there was one. */
    Uni<Boolean> retry(UUID id) {
        return pool.preparedQuery(RETRY).execute(Tuple.of(id)).map(rows -> rows.rowCount() == 1);
    }

    private static NoticeDeadLetter deadLetter(Row row) {
        return new NoticeDeadLetter(
                row.getUUID("id"),
                row.getString("notice_id"),
                row.getInteger("version"),
                row.getString("addressee_id"),
                row.getString("kind"),
                row.getString("failure"),
                row.getInteger("attempts"),
                JapanTime.wire(row.getOffsetDateTime("settled_at").toInstant()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
