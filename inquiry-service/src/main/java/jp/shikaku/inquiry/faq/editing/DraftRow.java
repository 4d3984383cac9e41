package jp.shikaku.inquiry.faq.editing;

import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.faq.FaqContent;
import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftEvent;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.faq.FaqVersion;
import jp.shikaku.contracts.time.JapanTime;

/** Drafts as the database holds them. */
@ApplicationScoped
class DraftRow {

    static final String COLUMNS =
            "id, entry_id, state, content::text as content, authors, reviewer, version, revision, "
                    + "created_at, changed_at";

    private final ObjectMapper json;

    DraftRow(ObjectMapper json) {
        this.json = json;
    }

    String written(FaqContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what was read from JSON can be written to it", e);
        }
    }

    FaqDraft draft(Row row) {
        return new FaqDraft(
                row.getUUID("id"),
                row.getString("entry_id"),
                FaqDraftState.valueOf(row.getString("state")),
                content(row),
                List.of(row.getArrayOfStrings("authors")),
                row.getString("reviewer"),
                row.getInteger("version"),
                row.getInteger("revision"),
                JapanTime.wire(row.getOffsetDateTime("created_at").toInstant()),
                JapanTime.wire(row.getOffsetDateTime("changed_at").toInstant()));
    }

    /** The version that a published draft became. */
    FaqVersion version(Row row) {
        FaqDraft draft = draft(row);
        return new FaqVersion(
                draft.content().asVersion(draft.entryId(), draft.version()),
                draft.id(),
                draft.authors(),
                draft.reviewer(),
                draft.changedAt());
    }

    FaqDraftEvent event(Row row) {
        return new FaqDraftEvent(
                row.getUUID("id"),
                JapanTime.wire(row.getOffsetDateTime("at").toInstant()),
                row.getString("operator"),
                FaqDraftEvent.Action.valueOf(row.getString("action")),
                row.getString("comment"),
                row.getInteger("revision"),
                row.getString("content") == null ? null : content(row));
    }

    private FaqContent content(Row row) {
        try {
            return json.readValue(row.getString("content"), FaqContent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a draft in the database cannot be read: " + row.getUUID("id"), e);
        }
    }
}
