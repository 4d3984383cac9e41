package jp.shikaku.contracts.coverage;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** 一部負担金割合: the share of the cost that the patient pays. In JSON percent with three
 * digits, as OQS writes it. */
public enum BurdenShare {
    /** 1割 */
    ONE_TENTH("010"),
    /** 2割 */
    TWO_TENTHS("020"),
    /** 3割 */
    THREE_TENTHS("030");

    private final String code;

    BurdenShare(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#UNKNOWN_CODE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BurdenShare ofCode(String code) {
        if (code == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return Arrays.stream(values())
                .filter(share -> share.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
