package jp.shikaku.inquiry.notice.delivery;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.notice.Addressee;
import jp.shikaku.contracts.notice.AddresseeGroup;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeAddressee;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.page.Choice;

/** To whom notices can be sent, in plain SQL. Every method runs in the transaction it is given. */
@ApplicationScoped
class AddresseeStore {

    private static final String SELECT =
            """
            select a.id, a.name_ja, a.name_en, a.email, a.language, a.revision,
                array(select m.group_id from notice_group_member m where m.addressee_id = a.id order by 1) as groups
            from notice_addressee a""";

    private static final String FIND = SELECT + " where a.id = $1";

    private static final String LIST = SELECT
            + """
             where ($1::text is null or exists (
                    select from notice_group_member m where m.addressee_id = a.id and m.group_id = $1))
                and (not $2::boolean or a.email is null) and a.id > $3
            order by a.id limit $4""";

    private static final String PUT =
            """
            insert into notice_addressee (id, name_ja, name_en, email, language, revision, changed_at, changed_by)
            values ($1, $2, $3, $4, $5, 1, $6, $7)
            on conflict (id) do update set name_ja = excluded.name_ja, name_en = excluded.name_en,
                email = excluded.email, language = excluded.language, revision = notice_addressee.revision + 1,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by""";

    private static final String LEAVE = "delete from notice_group_member where addressee_id = $1";

    private static final String JOIN =
            """
            insert into notice_group_member (group_id, addressee_id, position)
            select g.id, $1, 1000 from notice_group g where g.id = any($2)""";

    private static final String SEED_ADDRESSEES =
            """
            insert into notice_addressee (id, name_ja, name_en, language, revision, changed_at, changed_by)
            select n.*, 'ja', 1, $4::timestamptz, 'packed' from unnest($1::text[], $2::text[], $3::text[]) n
            on conflict do nothing""";

    private static final String SEED_GROUP =
            "insert into notice_group (id, name_ja, name_en) values ($1, $2, $3) on conflict do nothing";

    private static final String SEED_MEMBERS =
            """
            insert into notice_group_member (group_id, addressee_id, position)
            select $1, m.id, m.n from unnest($2::text[]) with ordinality m (id, n) on conflict do nothing""";

    private static final String GROUPS =
            """
            select g.id, g.name_ja, g.name_en, a.id as member, a.name_ja as member_ja, a.name_en as member_en
            from notice_group g
            join notice_group_member m on m.group_id = g.id join notice_addressee a on a.id = m.addressee_id
            where $1::text[] is null or g.id = any($1) order by g.id, m.position, a.id""";

    private static final String GROUP_NAMES = "select id, name_ja, name_en from notice_group order by id";

    private static final String NAMED = SELECT + " where a.id = any($1) order by a.id";

    private final Clock clock;

    AddresseeStore(Clock clock) {
        this.clock = clock;
    }

    /** The addressees that come with the program, where nobody has written over them. */
    Uni<Void> seed(SqlClient in, Notice notice) {
        List<Addressee> all = notice.addressees().toList();
        Uni<Void> done = in.preparedQuery(SEED_ADDRESSEES)
                .execute(Tuple.tuple()
                        .addValue(all.stream().map(it -> it.id()).toArray(String[]::new))
                        .addValue(all.stream().map(it -> it.name().ja()).toArray(String[]::new))
                        .addValue(all.stream().map(it -> it.name().en()).toArray(String[]::new))
                        .addValue(clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
        for (AddresseeGroup group : notice.addresseeGroups()) {
            done = done.chain(() -> seed(in, group));
        }
        return done;
    }

    private static Uni<Void> seed(SqlClient in, AddresseeGroup group) {
        return in.preparedQuery(SEED_GROUP)
                .execute(Tuple.of(group.id(), group.name().ja(), group.name().en()))
                .chain(() -> in.preparedQuery(SEED_MEMBERS)
                        .execute(Tuple.tuple()
                                .addValue(group.id())
                                .addValue(group.addressees().stream()
                                        .map(it -> it.id())
                                        .toArray(String[]::new))))
                .replaceWithVoid();
    }

    Uni<Optional<NoticeAddressee>> find(SqlClient in, String id) {
        return in.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(AddresseeStore::addressee).findFirst());
    }

    Uni<Optional<NoticeAddressee>> lock(SqlClient in, String id) {
        return in.preparedQuery(FIND + " for update of a")
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(AddresseeStore::addressee).findFirst());
    }

    /** @param group {@code null} for all. @param after {@code ""} for the first page */
    Uni<List<NoticeAddressee>> list(SqlClient in, String group, boolean withoutEmail, String after, int limit) {
        return in.preparedQuery(LIST)
                .execute(Tuple.from(Arrays.asList(group, withoutEmail, after, limit)))
                .map(rows -> rows.stream().map(AddresseeStore::addressee).toList());
    }

    /** Writes it as a whole; groups that do not exist are left out. */
    Uni<Void> put(SqlClient in, NoticeAddressee addressee, String operator) {
        return in.preparedQuery(PUT)
                .execute(Tuple.from(Arrays.asList(
                        addressee.id(),
                        addressee.name().ja(),
                        addressee.name().en(),
                        addressee.email(),
                        addressee.language(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        operator)))
                .chain(() -> in.preparedQuery(LEAVE).execute(Tuple.of(addressee.id())))
                .chain(() -> in.preparedQuery(JOIN)
                        .execute(Tuple.tuple()
                                .addValue(addressee.id())
                                .addValue(addressee.groups().toArray(String[]::new))))
                .replaceWithVoid();
    }

    /** Row by row: a group, and one of its members. @param groups {@code null} for all */
    Uni<List<Row>> members(SqlClient in, List<String> groups) {
        return in.preparedQuery(GROUPS)
                .execute(Tuple.tuple().addValue(groups == null ? null : groups.toArray(String[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /** Every group, by id. */
    Uni<List<Choice>> groups(SqlClient in) {
        return in.query(GROUP_NAMES).execute().map(rows -> rows.stream()
                .map(row -> Choice.of(row.getString("id"), row.getString("name_ja"), row.getString("name_en")))
                .toList());
    }

    Uni<List<NoticeAddressee>> named(SqlClient in, List<String> ids) {
        return in.preparedQuery(NAMED)
                .execute(Tuple.tuple().addValue(ids.toArray(String[]::new)))
                .map(rows -> rows.stream().map(AddresseeStore::addressee).toList());
    }

    private static NoticeAddressee addressee(Row row) {
        return new NoticeAddressee(
                row.getString("id"),
                new LocalizedText(row.getString("name_ja"), row.getString("name_en")),
                row.getString("email"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("groups")),
                row.getInteger("revision"));
    }
}
