package jp.shikaku.contracts.mislink;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** How a case stands or ended. */
public enum MislinkState {
    /** Nothing of the record is shown until its insurer has decided. */
    OPEN,
    /** The link was right, or has been corrected: shown again. */
    REINSTATED,
    /** The record was taken back. */
    WITHDRAWN;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static MislinkState of(String text) {
        for (MislinkState state : values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
