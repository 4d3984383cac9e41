package jp.shikaku.inquiry.faq.editing;

import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftDecision;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;

/** What may happen to a draft, and when. */
final class DraftLife {

    private DraftLife() {}

    /**
     * The state of {@code draft} after {@code operator} has decided {@code decision}.
     *
     * @throws ProblemException {@code faq-draft-state} when it cannot be decided now, {@code faq-review-own} when who
     *     wrote on the draft would approve it
     */
    static FaqDraftState after(FaqDraft draft, FaqDraftDecision decision, String operator) {
        FaqDraftState state = draft.state();
        return switch (decision) {
            case SUBMIT -> {
                require(state == FaqDraftState.DRAFT);
                yield FaqDraftState.IN_REVIEW;
            }
            case RETURN -> {
                require(state == FaqDraftState.IN_REVIEW);
                yield FaqDraftState.DRAFT;
            }
            case APPROVE -> {
                require(state == FaqDraftState.IN_REVIEW);
                if (draft.authors().contains(operator)) {
                    throw ProblemType.FAQ_REVIEW_OWN.exception();
                }
                yield FaqDraftState.PUBLISHED;
            }
            case DISCARD -> {
                require(state == FaqDraftState.DRAFT || state == FaqDraftState.IN_REVIEW);
                yield FaqDraftState.DISCARDED;
            }
        };
    }

    /** @throws ProblemException {@code faq-draft-state} when the draft is not being written */
    static void requireWritable(FaqDraft draft) {
        require(draft.state() == FaqDraftState.DRAFT);
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw ProblemType.FAQ_DRAFT_STATE.exception();
        }
    }
}
