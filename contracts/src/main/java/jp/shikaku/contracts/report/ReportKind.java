package jp.shikaku.contracts.report;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/** The form that a report stands for. */
public enum ReportKind {
    /** 資格取得届: a person begins to work. */
    ACQUISITION("資格取得届", "Acquisition"),
    /** 資格喪失届: a person leaves. */
    LOSS("資格喪失届", "Loss"),
    /** 被扶養者異動届: a member of the family becomes a dependant, or is one no more. */
    DEPENDANT_CHANGE("被扶養者異動届", "Change of dependants");

    private final LocalizedText title;

    ReportKind(String ja, String en) {
        this.title = new LocalizedText(ja, en);
    }

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

    /** What the form is called. */
    public LocalizedText title() {
        return title;
    }
}
