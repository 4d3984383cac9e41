package jp.shikaku.contracts.hold;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** Why an insurer confirms a record in doubt, or takes it back. */
public enum HoldReason {
    /** Checked against a document of the person. */
    DOCUMENT_SEEN,
    /** Asked the person or the employer. */
    PERSON_ASKED,
    /** The resident register is behind: a recent move, marriage or change of name. */
    REGISTER_BEHIND,
    /** Only the way of writing differs. */
    SPELLING_ONLY,
    /** Entered for the wrong person. */
    WRONG_PERSON,
    /** Entered twice, or by mistake. */
    ENTERED_IN_ERROR,
    /** Anything else: the text says it. */
    OTHER;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static HoldReason of(String text) {
        for (HoldReason reason : values()) {
            if (reason.name().equals(text)) {
                return reason;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
