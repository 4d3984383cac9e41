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
 * <p>Crockford's own check symbols ({@code * ~ $ = U}) cannot be read out, so the check character stays within the 32:
 * the characters are the coefficients of a polynomial over GF(2⁵) that has a fixed value at a generator of the field.
 * As every position has another non-zero weight, any one wrong character and any two exchanged ones are found,
 * wherever they stand. The fixed value is not zero, so that a row of zeros is no confirmation number.
 *
 * @param value the canonical thirteen characters, upper case, without separators
 */
public record ConfirmationNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_CHARACTER = 5;
    private static final int DATA_LENGTH = 12;
    private static final int LENGTH = DATA_LENGTH + 1;
    private static final int DATA_BITS = DATA_LENGTH * BITS_PER_CHARACTER;

    /** x⁵ + x² + 1, primitive over GF(2): its root x generates all 31 non-zero elements. */
    private static final int FIELD_POLYNOMIAL = 0b100101;

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null,
     *     {@link ValueFault#CONFIRMATION_NUMBER_FORMAT}, {@link ValueFault#CONFIRMATION_NUMBER_CHECK_CHARACTER}
     */
    public ConfirmationNumber {
        value = canonical(value);
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
        return ofBits(random.nextLong() >>> (Long.SIZE - DATA_BITS));
    }

    /**
     * @param bits 0 to 2⁶⁰ − 1
     * @throws IllegalArgumentException outside that range
     */
    public static ConfirmationNumber ofBits(long bits) {
        if (bits >>> DATA_BITS != 0) {
            throw new IllegalArgumentException("more than " + DATA_BITS + " bits");
        }
        StringBuilder characters = new StringBuilder(LENGTH);
        for (int shift = DATA_BITS - BITS_PER_CHARACTER; shift >= 0; shift -= BITS_PER_CHARACTER) {
            characters.append(ALPHABET.charAt((int) (bits >>> shift) & (ALPHABET.length() - 1)));
        }
        characters.append(ALPHABET.charAt(timesGenerator(residue(characters))));
        return new ConfirmationNumber(characters.toString());
    }

    private static String canonical(String text) {
        StringBuilder characters = new StringBuilder(LENGTH);
        for (char typed : WidthFolding.fold(text).toCharArray()) {
            if (typed == '-' || Character.isWhitespace(typed)) {
                continue;
            }
            char meant = meant(typed);
            if (ALPHABET.indexOf(meant) < 0) {
                throw new InvalidValueException(ValueFault.CONFIRMATION_NUMBER_FORMAT);
            }
            characters.append(meant);
        }
        if (characters.length() != LENGTH) {
            throw new InvalidValueException(ValueFault.CONFIRMATION_NUMBER_FORMAT);
        }
        if (residue(characters) != 0) {
            throw new InvalidValueException(ValueFault.CONFIRMATION_NUMBER_CHECK_CHARACTER);
        }
        return characters.toString();
    }

    private static char meant(char typed) {
        return switch (typed) {
            case 'O', 'o' -> '0';
            case 'I', 'i', 'L', 'l' -> '1';
            default -> typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        };
    }

    /** Horner's rule at the field's generator, begun with 1: zero exactly for thirteen characters that belong together. */
    private static int residue(CharSequence characters) {
        int residue = 1;
        for (int i = 0; i < characters.length(); i++) {
            residue = timesGenerator(residue) ^ ALPHABET.indexOf(characters.charAt(i));
        }
        return residue;
    }

    private static int timesGenerator(int element) {
        int shifted = element << 1;
        return shifted < ALPHABET.length() ? shifted : shifted ^ FIELD_POLYNOMIAL;
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
