package jp.shikaku.contracts.number;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 医療機関コード: the ten-digit code of a clinic, hospital, pharmacy or visiting-nurse station – prefecture 2, fee table
 * (点数表) 1, then 7 digits of which the last is a check digit over all ten.
 *
 * <p>The type itself guarantees the format only. Many codes in circulation fail the check digit, so whether it is
 * demanded is a setting of a service, which applies it with {@link #of(String, Strictness)}; a message that carries a
 * code must be readable under either setting, and two equal codes are equal under both.
 *
 * @param value ten ASCII digits
 */
public record InstitutionCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[1346][0-9]{7}");
    private static final int FEE_TABLE_AT = 2;

    /** How much of a code is checked. */
    public enum Strictness {
        /** Ten digits, a known fee table and the check digit. */
        CHECK_DIGIT,
        /** Ten digits and a known fee table. */
        FORMAT_ONLY
    }

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else
     *     {@link ValueFault#INSTITUTION_CODE_FORMAT}
     */
    public InstitutionCode {
        value = WidthFolding.fold(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(ValueFault.INSTITUTION_CODE_FORMAT);
        }
    }

    /** Checks the format only; see the type. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InstitutionCode of(String text) {
        return new InstitutionCode(text);
    }

    /**
     * @throws InvalidValueException also {@link ValueFault#INSTITUTION_CODE_CHECK_DIGIT} when {@code strictness} asks
     *     for it
     */
    public static InstitutionCode of(String text, Strictness strictness) {
        InstitutionCode code = new InstitutionCode(text);
        if (strictness == Strictness.CHECK_DIGIT && !code.checkDigitHolds()) {
            throw new InvalidValueException(ValueFault.INSTITUTION_CODE_CHECK_DIGIT);
        }
        return code;
    }

    public boolean checkDigitHolds() {
        return CheckDigit.holds(value);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    public FeeTable feeTable() {
        return FeeTable.ofDigit(value.charAt(FEE_TABLE_AT));
    }

    /** Whether this is a pharmacy (調剤): it dispenses on prescriptions and issues none. */
    public boolean isPharmacy() {
        return feeTable() == FeeTable.PHARMACY;
    }

    /** The prefecture, 01–47 (JIS X 0401). Empty when the first two digits are none. */
    public Optional<String> prefecture() {
        return Prefecture.in(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
