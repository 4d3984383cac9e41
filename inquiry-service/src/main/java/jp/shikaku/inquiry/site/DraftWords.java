package jp.shikaku.inquiry.site;

import java.util.Arrays;
import java.util.List;

import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/** How a state of a draft is called, and how it looks; the tone is the style sheet's. */
record DraftWords(FaqDraftState state, LocalizedText name, String tone) {

    static final List<DraftWords> ALL =
            Arrays.stream(FaqDraftState.values()).map(DraftWords::of).toList();

    static DraftWords of(FaqDraftState state) {
        return switch (state) {
            case DRAFT -> new DraftWords(state, new LocalizedText("下書き", "Draft"), "calm");
            case IN_REVIEW -> new DraftWords(state, new LocalizedText("確認待ち", "In review"), "warn");
            case PUBLISHED -> new DraftWords(state, new LocalizedText("公開済み", "Published"), "good");
            case DISCARDED -> new DraftWords(state, new LocalizedText("取りやめ", "Discarded"), "plain");
        };
    }

    /** @throws InvalidValueException when {@code text} is no state */
    static FaqDraftState state(String text) {
        return Arrays.stream(FaqDraftState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
