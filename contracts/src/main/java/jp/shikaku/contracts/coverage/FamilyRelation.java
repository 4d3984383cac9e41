package jp.shikaku.contracts.coverage;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** 本人・家族 (OQSCD009): through whom a person is covered. In JSON its code. */
public enum FamilyRelation {
    /** 本人: insured in the own right. */
    INSURED_PERSON("1"),
    /** 家族: covered as a dependant. */
    FAMILY("2");

    private final String code;

    FamilyRelation(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#UNKNOWN_CODE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FamilyRelation ofCode(String code) {
        if (code == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return Arrays.stream(values())
                .filter(relation -> relation.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
