package jp.shikaku.inquiry.faq.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.faq.FaqContent;
import jp.shikaku.contracts.faq.FaqContentRequest;
import jp.shikaku.contracts.faq.FaqDecisionRequest;
import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftEvent;
import jp.shikaku.contracts.faq.FaqDraftRequest;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqVersion;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.inquiry.faq.FaqLibrary;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;

/** How operators write, review and publish questions. */
@ApplicationScoped
public class FaqDrafts {

    /** More versions of one question than anybody reads. */
    private static final int LONGEST_HISTORY = 100;

    private final Pool pool;
    private final DraftStore store;
    private final DraftSubmissions submissions;
    private final FaqLibrary files;
    private final PublishedFaq published;

    FaqDrafts(Pool pool, DraftStore store, DraftSubmissions submissions, FaqLibrary files, PublishedFaq published) {
        this.pool = pool;
        this.store = store;
        this.submissions = submissions;
        this.files = files;
        this.published = published;
    }

    /** Begins a draft; a repeated submission gives the draft that was begun. */
    public Uni<FaqDraft> begin(String author, IdempotencyKey key, FaqDraftRequest request) {
        DraftReader reader = new DraftReader("/content");
        String entryId = reader.entryId(request.entryId());
        FaqContent content = reader.content(request.content());
        requireLinks("/content", entryId, content);
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        return pool.withTransaction(transaction -> submissions
                .once(
                        transaction,
                        author,
                        key,
                        request,
                        newId,
                        () -> store.insert(transaction, newId, entryId, content, author))
                .flatMap(id -> store.find(transaction, id))
                .map(Optional::orElseThrow));
    }

    /** @param revision what the author has read */
    public Uni<FaqDraft> write(UUID id, int revision, FaqContentRequest request, String author) {
        FaqContent content = new DraftReader("").content(request);
        return pool.withTransaction(transaction -> locked(transaction, id, revision)
                .call(draft -> {
                    DraftLife.requireWritable(draft);
                    requireLinks("", draft.entryId(), content);
                    return store.write(transaction, draft, content, author);
                })
                .flatMap(draft -> store.find(transaction, id))
                .map(Optional::orElseThrow));
    }

    /** @param revision what the operator has read */
    public Uni<FaqDraft> decide(UUID id, int revision, FaqDecisionRequest request, String operator) {
        DraftDecision decision = DraftDecision.read(request);
        return pool.withTransaction(transaction -> locked(transaction, id, revision)
                        .call(draft -> carryOut(transaction, draft, decision, operator))
                        .flatMap(draft -> store.find(transaction, id))
                        .map(Optional::orElseThrow))
                .call(draft -> draft.state() == FaqDraftState.PUBLISHED
                        ? published.refresh()
                        : Uni.createFrom().voidItem());
    }

    public Uni<FaqDraft> find(UUID id) {
        return store.find(pool, id).map(found -> found.orElseThrow(ProblemType.FAQ_DRAFT_NOT_FOUND::exception));
    }

    /** @param state of one state; {@code null} for all. @param entryId of one question; {@code null} for all */
    public Uni<Page<FaqDraft>> list(FaqDraftState state, String entryId, PageRequest page) {
        return store.list(pool, state, entryId, page)
                .map(found -> page.toPage(found, draft -> draft.id().toString()));
    }

    public Uni<Page<FaqDraftEvent>> history(UUID id, PageRequest page) {
        return find(id).flatMap(draft -> store.history(pool, id, page))
                .map(found -> page.toPage(found, event -> event.id().toString()));
    }

    /** Every published version of an entry, the newest first; the one that came with the program where it belongs. */
    public Uni<List<FaqVersion>> versions(String entryId) {
        return store.versions(pool, entryId, LONGEST_HISTORY).map(edited -> {
            List<FaqVersion> all = new ArrayList<>(edited);
            for (FaqEntry file : files.versions(entryId)) {
                all.add(new FaqVersion(file, null, List.of(), null, null));
            }
            if (all.isEmpty()) {
                throw ProblemType.FAQ_NOT_FOUND.exception();
            }
            // Sorting is stable: of one number, the edited version stays before the file it was written over.
            all.sort((one, other) ->
                    Integer.compare(other.entry().version(), one.entry().version()));
            return all;
        });
    }

    private Uni<FaqDraft> locked(SqlConnection transaction, UUID id, int revision) {
        return store.lock(transaction, id).map(found -> {
            FaqDraft draft = found.orElseThrow(ProblemType.FAQ_DRAFT_NOT_FOUND::exception);
            if (draft.revision() != revision) {
                throw ProblemType.VERSION_CHANGED.exception();
            }
            return draft;
        });
    }

    private Uni<Void> carryOut(SqlConnection transaction, FaqDraft draft, DraftDecision decision, String operator) {
        FaqDraftState state = DraftLife.after(draft, decision.decision(), operator);
        if (state != FaqDraftState.PUBLISHED) {
            return store.decide(transaction, draft, state, decision, operator, null);
        }
        requireLinks("/content", draft.entryId(), draft.content());
        return store.nextEdition(transaction)
                .chain(done -> store.lastVersion(transaction, draft.entryId()))
                .chain(last -> store.decide(
                        transaction,
                        draft,
                        state,
                        decision,
                        operator,
                        Math.max(last, fileVersion(draft.entryId())) + 1));
    }

    private int fileVersion(String entryId) {
        return files.versions(entryId).stream()
                .mapToInt(FaqEntry::version)
                .max()
                .orElse(0);
    }

    /** Every link leads to a question that is published, or to a display. */
    private void requireLinks(String root, String entryId, FaqContent content) {
        List<InvalidField> dead = new ArrayList<>();
        for (int i = 0; i < content.related().size(); i++) {
            RelatedContent link = content.related().get(i);
            boolean leadsSomewhere =
                    switch (link.kind()) {
                        case DISPLAY -> DisplayId.find(link.id()).isPresent();
                        case FAQ -> !link.id().equals(entryId) && published.knows(link.id());
                    };
            if (!leadsSomewhere) {
                dead.add(new InvalidField(root + "/related/" + i, ValueFault.LINK_UNKNOWN));
            }
        }
        if (!dead.isEmpty()) {
            throw new ProblemException(ProblemType.VALUES_INVALID, dead);
        }
    }
}
