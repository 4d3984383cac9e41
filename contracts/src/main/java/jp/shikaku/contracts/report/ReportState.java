package jp.shikaku.contracts.report;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** What an employer sees of its report, and all it sees. */
public enum ReportState {
    /** Sent before the day it is about, complete or not; on that day it is filed or returned. */
    PREPARED,
    /** Received; the insurer has still to register. */
    FILED,
    /** Back with the employer, as something is missing or wrong. Its period for filing goes on. */
    RETURNED,
    /** The insurer has entered the person. */
    REGISTERED,
    /** Taken back by the employer. */
    WITHDRAWN;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static ReportState of(String text) {
        for (ReportState state : values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
