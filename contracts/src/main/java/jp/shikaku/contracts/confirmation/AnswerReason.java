package jp.shikaku.contracts.confirmation;

import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/** Why the answer is not "valid", as far as the caller may know. Of what waits or is held nothing is told (R1). */
public record AnswerReason(ReasonCode code, LocalizedText text) {

    /** The class of the reason. */
    public enum ReasonCode {
        /** The coverage has ended. */
        COVERAGE_LOST,
        /** The coverage begins after the day that was asked about. */
        COVERAGE_NOT_BEGUN,
        /** The coverage has ended, and the person is covered elsewhere. */
        COVERED_ELSEWHERE,
        /** It was not valid on that day, and more may not be shown any longer. */
        NOT_VALID,
        /** Nothing can be shown for what was typed. */
        NOTHING_FOUND,
        /** More than one person fits. */
        SEVERAL_PERSONS,
        /** The holder of the individual-number card has more than one coverage that fits. */
        SEVERAL_COVERAGES
    }

    public AnswerReason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
