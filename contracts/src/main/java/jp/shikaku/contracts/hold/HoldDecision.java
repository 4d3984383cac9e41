package jp.shikaku.contracts.hold;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** How an insurer ends a hold. A correction is not among them: it is a new version of the enrolment. */
public enum HoldDecision {
    /** 理由付き疑いなし. */
    CONFIRM,
    WITHDRAW;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static HoldDecision of(String text) {
        for (HoldDecision decision : values()) {
            if (decision.name().equals(text)) {
                return decision;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
