package jp.shikaku.inquiry.faq.editing;

import jp.shikaku.contracts.faq.FaqDecisionRequest;
import jp.shikaku.contracts.faq.FaqDraftDecision;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;

/** @param comment {@code null} when there is none */
record DraftDecision(FaqDraftDecision decision, String comment) {

    private static final int LONGEST_COMMENT = 500;

    /** @throws ProblemException {@code values-invalid}, naming everything that is wrong */
    static DraftDecision read(FaqDecisionRequest request) {
        ValueReader reader = new ValueReader();
        FaqDraftDecision decision = reader.required("/decision", request.decision(), DraftDecision::decision);
        String comment = decision == FaqDraftDecision.RETURN
                ? reader.requiredText("/comment", request.comment(), LONGEST_COMMENT)
                : reader.optionalText("/comment", request.comment(), LONGEST_COMMENT);
        reader.refuseIfAnyInvalid();
        return new DraftDecision(decision, comment);
    }

    private static FaqDraftDecision decision(String text) {
        try {
            return FaqDraftDecision.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
    }
}
