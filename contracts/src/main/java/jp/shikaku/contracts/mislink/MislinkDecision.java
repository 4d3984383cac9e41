package jp.shikaku.contracts.mislink;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** What an insurer does about a suspected wrong link. A record that is to be corrected is corrected first. */
public enum MislinkDecision {
    /** Shows the record again, in its latest version, unless a doubt about it is open. */
    REINSTATE,
    /** Takes the record back, as if it had never been linked. */
    WITHDRAW;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static MislinkDecision of(String text) {
        for (MislinkDecision decision : values()) {
            if (decision.name().equals(text)) {
                return decision;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
