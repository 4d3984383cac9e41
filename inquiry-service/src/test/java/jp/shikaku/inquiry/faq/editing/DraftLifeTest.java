package jp.shikaku.inquiry.faq.editing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.faq.AskedAs;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqContent;
import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftDecision;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.text.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DraftLifeTest {

    private static final LocalizedText TEXT = new LocalizedText("文", "text");

    /** Every state, every decision, by an author and by somebody else: where it leads, or why it does not. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT, SUBMIT, author, IN_REVIEW",
        "DRAFT, SUBMIT, other, IN_REVIEW",
        "DRAFT, RETURN, other, FAQ_DRAFT_STATE",
        "DRAFT, APPROVE, other, FAQ_DRAFT_STATE",
        "DRAFT, DISCARD, author, DISCARDED",
        "IN_REVIEW, SUBMIT, author, FAQ_DRAFT_STATE",
        "IN_REVIEW, RETURN, author, DRAFT",
        "IN_REVIEW, RETURN, other, DRAFT",
        "IN_REVIEW, APPROVE, author, FAQ_REVIEW_OWN",
        "IN_REVIEW, APPROVE, second-author, FAQ_REVIEW_OWN",
        "IN_REVIEW, APPROVE, other, PUBLISHED",
        "IN_REVIEW, DISCARD, other, DISCARDED",
        "PUBLISHED, SUBMIT, author, FAQ_DRAFT_STATE",
        "PUBLISHED, RETURN, other, FAQ_DRAFT_STATE",
        "PUBLISHED, APPROVE, other, FAQ_DRAFT_STATE",
        "PUBLISHED, DISCARD, author, FAQ_DRAFT_STATE",
        "DISCARDED, SUBMIT, author, FAQ_DRAFT_STATE",
        "DISCARDED, RETURN, other, FAQ_DRAFT_STATE",
        "DISCARDED, APPROVE, other, FAQ_DRAFT_STATE",
        "DISCARDED, DISCARD, author, FAQ_DRAFT_STATE"
    })
    void decisionLeadsThereOrIsRefused(
            FaqDraftState state, FaqDraftDecision decision, String operator, String outcome) {
        FaqDraft draft = draft(state);

        if (outcome.startsWith("FAQ_")) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> DraftLife.after(draft, decision, operator))
                            .type())
                    .isEqualTo(ProblemType.valueOf(outcome));
        } else {
            assertThat(DraftLife.after(draft, decision, operator)).isEqualTo(FaqDraftState.valueOf(outcome));
        }
    }

    private static FaqDraft draft(FaqDraftState state) {
        FaqContent content = new FaqContent(
                FaqTopic.CONTACT,
                Set.of(FaqAudience.PUBLIC),
                TEXT,
                new AskedAs(List.of(), List.of()),
                TEXT,
                List.of(TEXT),
                List.of(),
                LocalDate.of(2026, 1, 1),
                null,
                List.of());
        OffsetDateTime now = OffsetDateTime.parse("2026-11-22T10:00:00+09:00");
        return new FaqDraft(
                UUID.randomUUID(), "a", state, content, List.of("author", "second-author"), null, null, 1, now, now);
    }
}
