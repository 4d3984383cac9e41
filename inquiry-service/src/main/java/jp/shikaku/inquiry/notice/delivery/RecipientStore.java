package jp.shikaku.inquiry.notice.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.notice.NoticeAcknowledgement;
import jp.shikaku.contracts.notice.NoticeRecipient;
import jp.shikaku.contracts.notice.NoticeRecipient.MailStanding;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;

/** Who is asked to read what, and who has. Every method runs in the transaction it is given. */
@ApplicationScoped
class RecipientStore {

    /** One recipient an addressee and version; its mail is written with it, so that neither is without the other. */
    private static final String ADD =
            """
            with added as (
                insert into notice_recipient (id, notice_id, version, addressee_id)
                select n.recipient, $1, $2, n.addressee from unnest($3::uuid[], $4::text[]) n (recipient, addressee)
                where exists (select from notice_addressee a where a.id = n.addressee)
                on conflict do nothing
                returning id)
            insert into notice_mail (id, recipient_id, kind, number)
            select n.mail, a.id, 'NOTICE', 0
            from unnest($3::uuid[], $5::uuid[]) n (recipient, mail) join added a on a.id = n.recipient""";

    private static final String COUNT =
            "select count(*)::int as n from notice_recipient where notice_id = $1 and version = $2";

    private static final String ASKED =
            "select addressee_id from notice_recipient where notice_id = $1 and version = $2";

    /** What waits for an earlier version is not worth sending any more, nor are its reminders. */
    private static final String SUPERSEDE =
            """
            with earlier as (
                update notice_recipient set remind_on = null where notice_id = $1 and version < $2 returning id)
            update notice_mail m set status = 'CANCELLED', settled_at = $3
            from earlier where m.recipient_id = earlier.id and m.status in ('PENDING', 'DEAD')""";

    /** Whoever may have read any version is told: also who has a mail on its way just now. */
    private static final String WITHDRAW =
            """
            with asked as materialized (
                select r.id, r.addressee_id, r.version,
                    exists (select from notice_mail m where m.recipient_id = r.id and m.attempts > 0) as told
                from notice_recipient r where r.notice_id = $1),
            quiet as (
                update notice_recipient r set remind_on = null from asked where r.id = asked.id),
            cancelled as (
                update notice_mail m set status = 'CANCELLED', settled_at = $2
                from asked where m.recipient_id = asked.id and m.status in ('PENDING', 'DEAD')),
            latest as (
                select distinct on (addressee_id) id from asked where told order by addressee_id, version desc)
            insert into notice_mail (id, recipient_id, kind, number)
            select gen_random_uuid(), latest.id, 'WITHDRAWAL', 0 from latest""";

    private static final String LIST =
            """
            select r.id, r.addressee_id, a.name_ja, a.name_en, r.version, r.sent_at, r.reminders, r.remind_on,
                r.acknowledged_at, m.status, a.email is null as no_address
            from notice_recipient r
            join notice_addressee a on a.id = r.addressee_id
            left join notice_mail m on m.recipient_id = r.id and m.kind = 'NOTICE'
            where r.notice_id = $1 and r.version = $2
                and ($3::boolean is null or (r.acknowledged_at is not null) = $3) and ($4::uuid is null or r.id > $4)
            order by r.id limit $5""";

    private static final String LINK =
            """
            select r.notice_id, r.version, i.content->'title'->>'ja' as title_ja, i.content->'title'->>'en' as title_en,
                a.name_ja, a.name_en, r.acknowledged_at,
                (select max(c.version) from notice_issue c where c.notice_id = r.notice_id) as current,
                exists (select from notice_issue c where c.notice_id = r.notice_id and c.withdrawn_at is not null
                    and c.version = (select max(n.version) from notice_issue n where n.notice_id = r.notice_id)) as withdrawn
            from notice_recipient r
            join notice_issue i on i.notice_id = r.notice_id and i.version = r.version
            join notice_addressee a on a.id = r.addressee_id
            where r.id = $1""";

    private static final String ACKNOWLEDGE =
            """
            with read as (
                update notice_recipient set acknowledged_at = coalesce(acknowledged_at, $2), remind_on = null
                where id = $1 returning id)
            update notice_mail m set status = 'CANCELLED', settled_at = $2
            from read where m.recipient_id = read.id and m.status = 'PENDING' and m.kind <> 'WITHDRAWAL'""";

    private static final String REMIND =
            """
            with late as materialized (
                select r.id, r.reminders from notice_recipient r
                where r.remind_on <= $1 and r.acknowledged_at is null order by r.remind_on limit $2
                for update skip locked),
            counted as (
                update notice_recipient r
                set reminders = r.reminders + 1, remind_on = case when r.reminders + 1 < $3 then $4::date end
                from late where r.id = late.id)
            insert into notice_mail (id, recipient_id, kind, number)
            select gen_random_uuid(), late.id, 'REMINDER', late.reminders + 1 from late on conflict do nothing""";

    /** @return how many were not asked before */
    Uni<Integer> add(SqlClient in, String notice, int version, List<String> addressees) {
        return in.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addValue(notice)
                        .addValue(version)
                        .addValue(ids(addressees.size()))
                        .addValue(addressees.toArray(String[]::new))
                        .addValue(ids(addressees.size())))
                .map(rows -> rows.rowCount());
    }

    Uni<Integer> count(SqlClient in, String notice, int version) {
        return in.preparedQuery(COUNT)
                .execute(Tuple.of(notice, version))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    Uni<List<String>> asked(SqlClient in, String notice, int version) {
        return in.preparedQuery(ASKED).execute(Tuple.of(notice, version)).map(rows -> rows.stream()
                .map(row -> row.getString("addressee_id"))
                .toList());
    }

    Uni<Void> supersede(SqlClient in, String notice, int version, Instant at) {
        return in.preparedQuery(SUPERSEDE)
                .execute(Tuple.of(notice, version, utc(at)))
                .replaceWithVoid();
    }

    Uni<Void> withdraw(SqlClient in, String notice, Instant at) {
        return in.preparedQuery(WITHDRAW).execute(Tuple.of(notice, utc(at))).replaceWithVoid();
    }

    /** @param acknowledged {@code null} for all */
    Uni<List<NoticeRecipient>> list(SqlClient in, String notice, int version, Boolean acknowledged, PageRequest page) {
        return in.preparedQuery(LIST)
                .execute(Tuple.from(Arrays.asList(notice, version, acknowledged, page.after(), page.limitPlusOne())))
                .map(rows -> rows.stream().map(RecipientStore::recipient).toList());
    }

    Uni<Optional<NoticeAcknowledgement>> find(SqlClient in, UUID recipient) {
        return in.preparedQuery(LINK)
                .execute(Tuple.of(recipient))
                .map(rows -> rows.stream().map(RecipientStore::acknowledgement).findFirst());
    }

    Uni<Void> acknowledge(SqlClient in, UUID recipient, Instant at) {
        return in.preparedQuery(ACKNOWLEDGE)
                .execute(Tuple.of(recipient, utc(at)))
                .replaceWithVoid();
    }

    /**
     * Writes a reminder to everybody whose day has come.
     *
     * @param next the day of the reminder after this one
     * @return how many
     */
    Uni<Integer> remind(SqlClient in, LocalDate today, LocalDate next, int most, int atOnce) {
        return in.preparedQuery(REMIND)
                .execute(Tuple.of(today, atOnce, most, next))
                .map(rows -> rows.rowCount());
    }

    private static NoticeRecipient recipient(Row row) {
        return new NoticeRecipient(
                row.getUUID("id"),
                row.getString("addressee_id"),
                new LocalizedText(row.getString("name_ja"), row.getString("name_en")),
                row.getInteger("version"),
                standing(row.getString("status"), row.getBoolean("no_address")),
                wire(row.getOffsetDateTime("sent_at")),
                row.getInteger("reminders"),
                row.getLocalDate("remind_on"),
                wire(row.getOffsetDateTime("acknowledged_at")));
    }

    private static MailStanding standing(String status, boolean noAddress) {
        if (status == null || status.equals("PENDING")) {
            return noAddress ? MailStanding.NO_ADDRESS : MailStanding.WAITING;
        }
        return MailStanding.valueOf(status);
    }

    private static NoticeAcknowledgement acknowledgement(Row row) {
        return new NoticeAcknowledgement(
                row.getString("notice_id"),
                row.getInteger("version"),
                new LocalizedText(row.getString("title_ja"), row.getString("title_en")),
                new LocalizedText(row.getString("name_ja"), row.getString("name_en")),
                row.getInteger("current"),
                row.getBoolean("withdrawn"),
                wire(row.getOffsetDateTime("acknowledged_at")));
    }

    private static UUID[] ids(int count) {
        return Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(count).toArray(UUID[]::new);
    }

    private static OffsetDateTime wire(OffsetDateTime moment) {
        return moment == null ? null : JapanTime.wire(moment.toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
