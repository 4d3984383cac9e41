package jp.shikaku.contracts.person;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** 性別 (OQSCD007). In JSON its code. */
public enum Sex {
    /** 男 */
    MALE("1"),
    /** 女 */
    FEMALE("2"),
    /** 未設定: the card does not tell. */
    NOT_SET("3");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#UNKNOWN_CODE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Sex ofCode(String code) {
        if (code == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return Arrays.stream(values())
                .filter(sex -> sex.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
