package jp.shikaku.contracts.recheck;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** How a check of the whole stock stands. */
public enum RecheckState {
    RUNNING,
    /** Stopped by an operator; goes on where it was. */
    PAUSED,
    DONE,
    /** Ended by an operator before it was through. What was found stays. */
    CANCELLED;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static RecheckState of(String text) {
        for (RecheckState state : values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
