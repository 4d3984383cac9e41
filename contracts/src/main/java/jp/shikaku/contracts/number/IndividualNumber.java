package jp.shikaku.contracts.number;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 個人番号 ("My Number"): eleven digits and a check digit (平成26年総務省令第85号 第5条). It enters registration and never
 * leaves it (R5; 番号利用法): it can be read from JSON but not written to it, and {@link #toString()} hides it.
 *
 * @param value twelve ASCII digits, for encryption and for making a key from it, nothing else
 */
public record IndividualNumber(String value) {

    /** Twelve digits, or three groups of four as they are printed and read out. */
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}");

    private static final Pattern SEPARATOR = Pattern.compile("[- ]");
    private static final int BODY_LENGTH = 11;

    /** Satisfies the check digit, and is what empty columns of a file turn into. */
    private static final String ALL_ZEROS = "000000000000";

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null,
     *     {@link ValueFault#INDIVIDUAL_NUMBER_FORMAT}, {@link ValueFault#INDIVIDUAL_NUMBER_PLACEHOLDER} for twelve
     *     zeros, {@link ValueFault#INDIVIDUAL_NUMBER_CHECK_DIGIT}
     */
    public IndividualNumber {
        value = canonical(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IndividualNumber of(String text) {
        return new IndividualNumber(text);
    }

    private static String canonical(String text) {
        String folded = WidthFolding.fold(text);
        if (!SHAPE.matcher(folded).matches()) {
            throw new InvalidValueException(ValueFault.INDIVIDUAL_NUMBER_FORMAT);
        }
        String digits = SEPARATOR.matcher(folded).replaceAll("");
        if (digits.equals(ALL_ZEROS)) {
            throw new InvalidValueException(ValueFault.INDIVIDUAL_NUMBER_PLACEHOLDER);
        }
        if (digits.charAt(BODY_LENGTH) - '0' != checkDigit(digits)) {
            throw new InvalidValueException(ValueFault.INDIVIDUAL_NUMBER_CHECK_DIGIT);
        }
        return digits;
    }

    /** 11 − (Σ Pn·Qn mod 11), or 0 when the remainder is 0 or 1; n counts the eleven digits from the right. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int n = 1; n <= BODY_LENGTH; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(BODY_LENGTH - n) - '0') * weight;
        }
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /** Makes every attempt to write the number to JSON fail, whatever the mapper's visibility rules are. */
    @JsonValue
    String refuseToBeWritten() {
        throw new UnsupportedOperationException("An individual number is never written out (R5)");
    }

    @Override
    public String toString() {
        return "IndividualNumber[************]";
    }
}
