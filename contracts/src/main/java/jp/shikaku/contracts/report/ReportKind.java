package jp.shikaku.contracts.report;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** The form that a report stands for. */
public enum ReportKind {
    /** 資格取得届: a person begins to work. */
    ACQUISITION,
    /** 資格喪失届: a person leaves. */
    LOSS,
    /** 被扶養者異動届: a member of the family becomes a dependant, or is one no more. */
    DEPENDANT_CHANGE;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static ReportKind of(String text) {
        for (ReportKind kind : values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
