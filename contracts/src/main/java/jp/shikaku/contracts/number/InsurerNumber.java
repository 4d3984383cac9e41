package jp.shikaku.contracts.number;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 保険者番号: the number of a health insurer. Eight digits – law number (法別番号) 2, prefecture 2, insurer 3, check digit 1 –
 * or six for National Health Insurance (国民健康保険), which has no law number (保険者番号等設定要領).
 *
 * <p>The canonical value of a six-digit number is six digits, also when it arrived padded to eight with spaces (the
 * online eligibility interface) or zeros (spreadsheets). Full-width digits are folded.
 *
 * @param value the canonical number, 6 or 8 ASCII digits
 */
public record InsurerNumber(String value) {

    /** What claims write for 「不詳」; the second is for systems that insist on a check digit. */
    private static final Set<String> PLACEHOLDERS = Set.of("77777777", "77777779");

    /**
     * The law numbers of insurers. All others belong to payers of public expense (公費負担者番号), whose number has the
     * same shape and the same check digit and is easily typed into the wrong field.
     */
    private static final Set<String> INSURER_LAWS = Set.of(
            "01", "02", "03", "04", "06", "07", "31", "32", "33", "34", "39", "63", "67", "72", "73", "74", "75");

    /** Retired members of National Health Insurance (退職被保険者), the one kind of it that had a law number. */
    private static final String NATIONAL_HEALTH_INSURANCE_RETIRED = "67";

    private static final String NO_LAW = "00";
    private static final int LENGTH_WITHOUT_LAW = 6;
    private static final int LENGTH_WITH_LAW = 8;

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null,
     *     {@link ValueFault#INSURER_NUMBER_PLACEHOLDER} for the two numbers of 「不詳」,
     *     {@link ValueFault#INSURER_NUMBER_FORMAT} for a wrong shape, {@link ValueFault#INSURER_NUMBER_CHECK_DIGIT},
     *     {@link ValueFault#INSURER_NUMBER_NOT_AN_INSURER} for a number that passes its check but is of no insurer
     */
    public InsurerNumber {
        value = canonical(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InsurerNumber of(String text) {
        return new InsurerNumber(text);
    }

    private static String canonical(String text) {
        String digits = WidthFolding.fold(text);
        if (!hasShape(digits)) {
            throw new InvalidValueException(ValueFault.INSURER_NUMBER_FORMAT);
        }
        if (PLACEHOLDERS.contains(digits)) {
            throw new InvalidValueException(ValueFault.INSURER_NUMBER_PLACEHOLDER);
        }
        String number = withoutPadding(digits);
        if (!CheckDigit.holds(number)) {
            throw new InvalidValueException(ValueFault.INSURER_NUMBER_CHECK_DIGIT);
        }
        if (!isOfAnInsurer(number)) {
            throw new InvalidValueException(ValueFault.INSURER_NUMBER_NOT_AN_INSURER);
        }
        return number;
    }

    /** By hand: each record that is read brings one, and a pattern takes many times as long. */
    private static boolean hasShape(String text) {
        if (text.length() != LENGTH_WITHOUT_LAW && text.length() != LENGTH_WITH_LAW) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String withoutPadding(String digits) {
        boolean padded = digits.length() > LENGTH_WITHOUT_LAW && digits.startsWith(NO_LAW);
        return padded ? digits.substring(NO_LAW.length()) : digits;
    }

    /** Six digits begin with a prefecture, so never with 00: that would be a shorter number, padded once more. */
    private static boolean isOfAnInsurer(String number) {
        return number.length() == LENGTH_WITHOUT_LAW
                ? !number.startsWith(NO_LAW)
                : INSURER_LAWS.contains(number.substring(0, 2));
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    /** 法別番号, two digits: the law the insurer works under. Empty for a six-digit number. */
    public Optional<String> lawNumber() {
        return value.length() == LENGTH_WITHOUT_LAW ? Optional.empty() : Optional.of(value.substring(0, 2));
    }

    /** 国民健康保険: every six-digit number, and law number 67. */
    public boolean isNationalHealthInsurance() {
        return lawNumber().map(NATIONAL_HEALTH_INSURANCE_RETIRED::equals).orElse(true);
    }

    /** The prefecture, 01–47 (JIS X 0401). Empty when the digits in its place are none: some mutual aid societies. */
    public Optional<String> prefecture() {
        return Prefecture.in(lawNumber().isPresent() ? value.substring(2) : value);
    }

    @Override
    public String toString() {
        return value;
    }
}
