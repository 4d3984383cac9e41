package jp.shikaku.contracts.number;

import java.util.random.RandomGenerator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Random bits as characters of Crockford's base 32 (no I, L, O, U) and a check character: for what is read out on the
 * phone and copied from paper.
 *
 * <p>Crockford's own check symbols ({@code * ~ $ = U}) cannot be read out, so the check character stays within the 32:
 * the characters are the coefficients of a polynomial over GF(2⁵) that has a fixed value at a generator of the field.
 * As every position has another non-zero weight, any one wrong character and any two exchanged ones are found,
 * wherever they stand. The fixed value is not zero, so that a row of zeros is no confirmation number.
 *
 * @param dataLength how many characters stand before the check character, 1 to 12
 * @param format what is wrong with a text of another form
 * @param checkCharacter what is wrong with one whose characters do not belong together
 */
record CheckedCharacters(int dataLength, ValueFault format, ValueFault checkCharacter) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_CHARACTER = 5;

    /** x⁵ + x² + 1, primitive over GF(2): its root x generates all 31 non-zero elements. */
    private static final int FIELD_POLYNOMIAL = 0b100101;

    /** As many bits as fit. {@code random} must not be predictable where nobody may guess. */
    long randomBits(RandomGenerator random) {
        return random.nextLong() >>> (Long.SIZE - dataBits());
    }

    /** @throws IllegalArgumentException when {@code bits} are more than fit */
    String ofBits(long bits) {
        if (bits >>> dataBits() != 0) {
            throw new IllegalArgumentException("more than " + dataBits() + " bits");
        }
        StringBuilder characters = new StringBuilder(dataLength + 1);
        for (int shift = dataBits() - BITS_PER_CHARACTER; shift >= 0; shift -= BITS_PER_CHARACTER) {
            characters.append(ALPHABET.charAt((int) (bits >>> shift) & (ALPHABET.length() - 1)));
        }
        return characters
                .append(ALPHABET.charAt(timesGenerator(residue(characters))))
                .toString();
    }

    /**
     * Forgives case, hyphens, spaces, full width, and the letters O, I and L for the digits they look like.
     *
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link #format}, {@link #checkCharacter}
     */
    String canonical(String text) {
        StringBuilder characters = new StringBuilder(dataLength + 1);
        for (char typed : WidthFolding.fold(text).toCharArray()) {
            if (typed == '-' || Character.isWhitespace(typed)) {
                continue;
            }
            char meant = meant(typed);
            if (ALPHABET.indexOf(meant) < 0) {
                throw new InvalidValueException(format);
            }
            characters.append(meant);
        }
        if (characters.length() != dataLength + 1) {
            throw new InvalidValueException(format);
        }
        if (residue(characters) != 0) {
            throw new InvalidValueException(checkCharacter);
        }
        return characters.toString();
    }

    private int dataBits() {
        return dataLength * BITS_PER_CHARACTER;
    }

    private static char meant(char typed) {
        return switch (typed) {
            case 'O', 'o' -> '0';
            case 'I', 'i', 'L', 'l' -> '1';
            default -> typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        };
    }

    /** Horner's rule at the field's generator, begun with 1: zero exactly for characters that belong together. */
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
}
