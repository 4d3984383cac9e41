package jp.shikaku.contracts.confirmation;

import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/** One thing the desk tries, or does, when the answer is not "valid" (保発0710第1号 of 2023-07-10 and what followed). */
public record DeskStep(StepCode code, LocalizedText text) {

    /** In the order in which they come, where they come. */
    public enum StepCode {
        /** Look at what was typed again. */
        CHECK_INPUT,
        /** Ask again by the numbers on a card or certificate of the insurance: by the individual-number card it is not clear. */
        ASK_BY_INSURANCE,
        /** Ask again with the branch number (枝番). */
        ASK_WITH_BRANCH,
        /** Ask for the card of the newer coverage. */
        ASK_FOR_NEW_CARD,
        /** マイナポータル: the screen with the insurance. */
        MYNA_PORTAL,
        /** 資格確認書. */
        CONFIRMATION_CERTIFICATE,
        /** 資格情報のお知らせ, only together with the individual-number card. */
        NOTICE_WITH_CARD,
        /** 被保険者資格申立書: the patient then pays the right share, not all. */
        DECLARATION,
        /** In which order numbers are tried for the claim. */
        CLAIM_ORDER,
        /** A prescription on paper. */
        PAPER_PRESCRIPTION,
        /** Be told when the answer changes. */
        WATCH
    }

    public DeskStep {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
