package jp.shikaku.inquiry.notice.delivery;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.text.LocalizedText;

/** Versions of notices, in plain SQL. Every method runs in the transaction it is given. */
@ApplicationScoped
class IssueStore {

    static final String COLUMNS =
            "notice_id, version, content::text as content, published_at, withdrawn_at, withdrawal_ja, withdrawal_en";

    private static final String INSERT =
            """
            insert into notice_issue (notice_id, version, content, published_at, operator)
            values ($1, $2, $3::text::jsonb, $4, $5) on conflict do nothing""";

    private static final String CURRENT =
            "select " + COLUMNS + " from notice_issue where notice_id = $1 order by version desc limit 1";

    private static final String VERSIONS =
            "select " + COLUMNS + " from notice_issue where notice_id = $1 order by version desc limit 100";

    private static final String ALL = "select * from (select distinct on (notice_id) " + COLUMNS
            + " from notice_issue order by notice_id, version desc) newest"
            + " order by coalesce(withdrawn_at, published_at) desc, notice_id limit $1";

    private static final String WITHDRAW =
            """
            update notice_issue set withdrawn_at = $3, withdrawn_by = $4, withdrawal_ja = $5, withdrawal_en = $6
            where notice_id = $1 and version = $2""";

    /** Two operators, one notice: one after the other. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('notice:' || $1, 0))";

    private final ObjectMapper json;

    IssueStore(ObjectMapper json) {
        this.json = json;
    }

    /** @return whether it was not there before */
    Uni<Boolean> insert(SqlClient in, Notice notice, int version, Instant at, String operator) {
        return in.preparedQuery(INSERT)
                .execute(Tuple.of(notice.id(), version, written(notice), utc(at), operator))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The newest version, withdrawn or not; and nobody else changes this notice until the transaction ends. */
    Uni<Optional<Issue>> lock(SqlClient in, String notice) {
        return in.preparedQuery(LOCK).execute(Tuple.of(notice)).chain(() -> current(in, notice));
    }

    Uni<Optional<Issue>> current(SqlClient in, String notice) {
        return in.preparedQuery(CURRENT)
                .execute(Tuple.of(notice))
                .map(rows -> rows.stream().map(this::issue).findFirst());
    }

    /** The newest first. */
    Uni<List<Issue>> versions(SqlClient in, String notice) {
        return in.preparedQuery(VERSIONS)
                .execute(Tuple.of(notice))
                .map(rows -> rows.stream().map(this::issue).toList());
    }

    /** The newest version of every notice, withdrawn ones too, what was said last first. */
    Uni<List<Issue>> newest(SqlClient in, int limit) {
        return in.preparedQuery(ALL)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(this::issue).toList());
    }

    Uni<Void> withdraw(SqlClient in, Issue issue, Instant at, String operator, LocalizedText reason) {
        return in.preparedQuery(WITHDRAW)
                .execute(Tuple.from(Arrays.asList(
                        issue.notice().id(), issue.version(), utc(at), operator, reason.ja(), reason.en())))
                .replaceWithVoid();
    }

    Issue issue(Row row) {
        OffsetDateTime withdrawn = row.getOffsetDateTime("withdrawn_at");
        return new Issue(
                read(row.getString("content")),
                row.getInteger("version"),
                row.getOffsetDateTime("published_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                withdrawn == null
                        ? null
                        : new LocalizedText(row.getString("withdrawal_ja"), row.getString("withdrawal_en")));
    }

    private Notice read(String content) {
        try {
            return json.readValue(content, Notice.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a notice in the database cannot be read", e);
        }
    }

    private String written(Notice notice) {
        try {
            return json.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what was read from JSON can be written to it", e);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
