package jp.shikaku.contracts.number;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 確認コード: the secret by which a caller reads an inquiry of its own. Sixty bits and a check character, so that a slip is
 * told from a code that opens nothing. {@link #toString()} hides it.
 *
 * @param value the canonical thirteen characters, upper case, without separators
 */
public record FollowUpCode(String value) {

    private static final CheckedCharacters FORM =
            new CheckedCharacters(12, ValueFault.FOLLOW_UP_CODE_FORMAT, ValueFault.FOLLOW_UP_CODE_CHECK_CHARACTER);

    private static final int BITS = 60;

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#FOLLOW_UP_CODE_FORMAT},
     *     {@link ValueFault#FOLLOW_UP_CODE_CHECK_CHARACTER}
     */
    public FollowUpCode {
        value = FORM.canonical(value);
    }

    /** Forgives what {@link ConfirmationNumber#of} forgives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FollowUpCode of(String text) {
        return new FollowUpCode(text);
    }

    /** The code made of the first sixty of {@code bits}, which nobody may be able to predict. */
    public static FollowUpCode ofFirstBits(long bits) {
        return new FollowUpCode(FORM.ofBits(bits >>> (Long.SIZE - BITS)));
    }

    /** For its owner and for JSON: {@code XXXX-XXXX-XXXXX}. */
    @JsonValue
    public String display() {
        return value.substring(0, 4) + '-' + value.substring(4, 8) + '-' + value.substring(8);
    }

    @Override
    public String toString() {
        return "FollowUpCode[not shown]";
    }
}
