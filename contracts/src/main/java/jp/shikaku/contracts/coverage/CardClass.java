package jp.shikaku.contracts.coverage;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** 被保険者証区分 (OQSCD010): the kind of insurance a card stands for. In JSON its code. */
public enum CardClass {
    /** 一般 */
    GENERAL("01"),
    /** 退職 */
    RETIRED("02"),
    /** 短期（一般） */
    SHORT_TERM("03"),
    /** 短期（退職） */
    SHORT_TERM_RETIRED("04"),
    /** 特別療養費支給対象者, before 2024-12-02 資格証明書: pays in full and is paid back. */
    SPECIAL_CARE_COST("05"),
    /** 特例退職 */
    SPECIAL_RETIRED("06"),
    /** 自衛官 */
    SELF_DEFENSE("07");

    private final String code;

    CardClass(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#UNKNOWN_CODE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CardClass ofCode(String code) {
        if (code == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return Arrays.stream(values())
                .filter(cardClass -> cardClass.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
