package jp.shikaku.contracts.overlap;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** How far a list of overlaps has come. Only one that is done counts. */
public enum OverlapListState {
    RUNNING,
    /** Stopped by an operator; goes on where it was. */
    PAUSED,
    DONE,
    /** Ended by an operator before it was through. It says nothing, and the next has its number. */
    CANCELLED;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static OverlapListState of(String text) {
        for (OverlapListState state : values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
