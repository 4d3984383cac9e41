package jp.shikaku.contracts.coverage;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** 資格喪失事由 (OQSCD008): why a coverage ended. In JSON its code. */
public enum LossReason {
    /** 死亡 */
    DEATH("01"),
    /** 生活保護受給開始 */
    PUBLIC_ASSISTANCE("02"),
    /** 医療保険等の資格取得: the person is insured elsewhere. */
    OTHER_INSURANCE("03"),
    /** その他 */
    OTHER("99");

    private final String code;

    LossReason(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#UNKNOWN_CODE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LossReason ofCode(String code) {
        if (code == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
