package jp.shikaku.inquiry.faq.editing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.faq.FaqContent;
import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftEvent;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.faq.FaqVersion;
import jp.shikaku.kit.request.PageRequest;

/** Drafts, their history and what became of them, in plain SQL. Every method runs in the transaction it is given. */
@ApplicationScoped
class DraftStore {

    private static final String INSERT =
            """
            insert into faq_draft (id, entry_id, state, content, effective_from, effective_until, authors, revision,
                                   created_at, changed_at)
            values ($1, $2, 'DRAFT', $3::text::jsonb, $4, $5, $6, 1, $7, $7)""";

    private static final String WRITE =
            """
            update faq_draft
            set content = $2::text::jsonb, effective_from = $3, effective_until = $4, revision = revision + 1,
                changed_at = $6,
                authors = case when $5 = any (authors) then authors else authors || $5::text end
            where id = $1""";

    private static final String DECIDE =
            """
            update faq_draft
            set state = $2, reviewer = $3, version = $4, revision = revision + 1, changed_at = $5
            where id = $1""";

    private static final String RECORD =
            """
            insert into faq_draft_event (id, draft_id, at, operator, action, comment, revision, content)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)""";

    private static final String FIND = "select " + DraftRow.COLUMNS + " from faq_draft where id = $1";

    private static final String LIST = "select " + DraftRow.COLUMNS
            + " from faq_draft where ($1::text is null or state = $1) and ($2::text is null or entry_id = $2)"
            + " and ($3::uuid is null or id > $3) order by id limit $4";

    private static final String HISTORY =
            """
            select id, at, operator, action, comment, revision, content::text as content from faq_draft_event
            where draft_id = $1 and ($2::uuid is null or id > $2) order by id limit $3""";

    private static final String VERSIONS = "select " + DraftRow.COLUMNS
            + " from faq_draft where entry_id = $1 and state = 'PUBLISHED' order by version desc limit $2";

    /** Of each entry what holds on or after a day: not what a later version without an end has replaced by then. */
    private static final String HOLDING = "select " + DraftRow.COLUMNS
            + """
             from faq_draft p where state = 'PUBLISHED' and not exists (
                select from faq_draft n
                where n.entry_id = p.entry_id and n.state = 'PUBLISHED' and n.version > p.version
                  and n.effective_from <= $1 and n.effective_until is null)
            order by id""";

    private static final String NEXT_EDITION = "update faq_edition set number = number + 1 returning number";
    private static final String LAST_VERSION =
            "select coalesce(max(version), 0) as version from faq_draft where entry_id = $1 and state = 'PUBLISHED'";
    private static final String EDITION = "select number from faq_edition";

    private final DraftRow rows;
    private final Clock clock;

    DraftStore(DraftRow rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    Uni<Void> insert(SqlClient in, UUID id, String entryId, FaqContent content, String author) {
        return in.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        entryId,
                        rows.written(content),
                        content.effectiveFrom(),
                        content.effectiveUntil(),
                        new String[] {author},
                        now())))
                .chain(done -> record(in, id, author, FaqDraftEvent.Action.WRITTEN, null, 1, content));
    }

    Uni<Void> write(SqlClient in, FaqDraft draft, FaqContent content, String author) {
        return in.preparedQuery(WRITE)
                .execute(Tuple.from(Arrays.asList(
                        draft.id(),
                        rows.written(content),
                        content.effectiveFrom(),
                        content.effectiveUntil(),
                        author,
                        now())))
                .chain(done -> record(
                        in, draft.id(), author, FaqDraftEvent.Action.WRITTEN, null, draft.revision() + 1, content));
    }

    /** @param version what it is published as; {@code null} when it is not */
    Uni<Void> decide(
            SqlClient in,
            FaqDraft draft,
            FaqDraftState state,
            DraftDecision decision,
            String operator,
            Integer version) {
        return in.preparedQuery(DECIDE)
                .execute(Tuple.from(
                        Arrays.asList(draft.id(), state.name(), version == null ? null : operator, version, now())))
                .chain(done -> record(
                        in,
                        draft.id(),
                        operator,
                        FaqDraftEvent.Action.valueOf(decision.decision().name()),
                        decision.comment(),
                        draft.revision() + 1,
                        null));
    }

    Uni<Optional<FaqDraft>> find(SqlClient in, UUID id) {
        return one(in, FIND, id);
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Uni<Optional<FaqDraft>> lock(SqlClient in, UUID id) {
        return one(in, FIND + " for update", id);
    }

    Uni<List<FaqDraft>> list(SqlClient in, FaqDraftState state, String entryId, PageRequest page) {
        return in.preparedQuery(LIST)
                .execute(Tuple.from(
                        Arrays.asList(state == null ? null : state.name(), entryId, page.after(), page.limitPlusOne())))
                .map(found -> stream(found).map(rows::draft).toList());
    }

    Uni<List<FaqDraftEvent>> history(SqlClient in, UUID draft, PageRequest page) {
        return in.preparedQuery(HISTORY)
                .execute(Tuple.from(Arrays.asList(draft, page.after(), page.limitPlusOne())))
                .map(found -> stream(found).map(rows::event).toList());
    }

    /** The newest published versions of an entry, at most {@code limit}. */
    Uni<List<FaqVersion>> versions(SqlClient in, String entryId, int limit) {
        return in.preparedQuery(VERSIONS)
                .execute(Tuple.of(entryId, limit))
                .map(found -> stream(found).map(rows::version).toList());
    }

    /** Every published version that holds on {@code day} or may hold later. */
    Uni<List<FaqVersion>> holding(SqlClient in, LocalDate day) {
        return in.preparedQuery(HOLDING)
                .execute(Tuple.of(day))
                .map(found -> stream(found).map(rows::version).toList());
    }

    /** Counts one more publication. Until this transaction ends nobody else publishes. */
    Uni<Void> nextEdition(SqlClient in) {
        return in.preparedQuery(NEXT_EDITION).execute().replaceWithVoid();
    }

    Uni<Integer> lastVersion(SqlClient in, String entryId) {
        return in.preparedQuery(LAST_VERSION)
                .execute(Tuple.of(entryId))
                .map(found -> found.iterator().next().getInteger("version"));
    }

    /** How many publications there have been. */
    Uni<Long> edition(SqlClient in) {
        return in.preparedQuery(EDITION)
                .execute()
                .map(found -> found.iterator().next().getLong("number"));
    }

    private Uni<Void> record(
            SqlClient in,
            UUID draft,
            String operator,
            FaqDraftEvent.Action action,
            String comment,
            int revision,
            FaqContent content) {
        return in.preparedQuery(RECORD)
                .execute(Tuple.from(Arrays.asList(
                        UuidCreator.getTimeOrderedEpoch(),
                        draft,
                        now(),
                        operator,
                        action.name(),
                        comment,
                        revision,
                        content == null ? null : rows.written(content))))
                .replaceWithVoid();
    }

    private Uni<Optional<FaqDraft>> one(SqlClient in, String sql, UUID id) {
        return in.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(found -> stream(found).map(rows::draft).findFirst());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false);
    }
}
