package jp.shikaku.contracts.number;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 法人番号: the number of a corporation, here of an employer. Thirteen digits, the check digit (検査用数字) first: 9 − (Σ
 * Pn·Qn mod 9), Qn = 1 for odd and 2 for even n, counted from the right. Being modulo nine it cannot tell 0 from 9.
 *
 * @param value thirteen ASCII digits, the first of them 1–9
 */
public record CorporateNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{13}");
    private static final int LENGTH = 13;

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null,
     *     {@link ValueFault#CORPORATE_NUMBER_FORMAT}, {@link ValueFault#CORPORATE_NUMBER_CHECK_DIGIT}
     */
    public CorporateNumber {
        value = WidthFolding.fold(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(ValueFault.CORPORATE_NUMBER_FORMAT);
        }
        if (value.charAt(0) - '0' != checkDigit(value)) {
            throw new InvalidValueException(ValueFault.CORPORATE_NUMBER_CHECK_DIGIT);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CorporateNumber of(String text) {
        return new CorporateNumber(text);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int weight = n % 2 == 0 ? 2 : 1;
            sum += (digits.charAt(LENGTH - n) - '0') * weight;
        }
        return 9 - sum % 9;
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
