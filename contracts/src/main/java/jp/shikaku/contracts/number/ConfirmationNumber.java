package jp.shikaku.contracts.number;

import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 照会番号: names one confirmation when staff and the hotline talk on the phone. Sixty random bits as twelve characters of
 * Crockford's base 32 (no I, L, O, U) and a check character.
 *
 * <p>{@link CheckedCharacters} says how they are made and forgiven.
 *
 * @param value the canonical thirteen characters, upper case, without separators
 */
public record ConfirmationNumber(String value) {

    private static final CheckedCharacters FORM = new CheckedCharacters(
            12, ValueFault.CONFIRMATION_NUMBER_FORMAT, ValueFault.CONFIRMATION_NUMBER_CHECK_CHARACTER);

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null,
     *     {@link ValueFault#CONFIRMATION_NUMBER_FORMAT}, {@link ValueFault#CONFIRMATION_NUMBER_CHECK_CHARACTER}
     */
    public ConfirmationNumber {
        value = FORM.canonical(value);
    }

    /** Forgives case, hyphens, spaces, full width, and the letters O, I and L for the digits they look like. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConfirmationNumber of(String text) {
        return new ConfirmationNumber(text);
    }

    /**
     * A new number.
     *
     * @param random must not be predictable: whoever guesses a number could ask about a stranger's confirmation
     */
    public static ConfirmationNumber next(RandomGenerator random) {
        return ofBits(FORM.randomBits(random));
    }

    /**
     * @param bits 0 to 2⁶⁰ − 1
     * @throws IllegalArgumentException outside that range
     */
    public static ConfirmationNumber ofBits(long bits) {
        return new ConfirmationNumber(FORM.ofBits(bits));
    }

    /** For people and for JSON: {@code XXXX-XXXX-XXXXX}. */
    @JsonValue
    public String display() {
        return value.substring(0, 4) + '-' + value.substring(4, 8) + '-' + value.substring(8);
    }

    @Override
    public String toString() {
        return display();
    }
}
