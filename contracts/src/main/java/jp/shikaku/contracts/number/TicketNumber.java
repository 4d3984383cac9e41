package jp.shikaku.contracts.number;

import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 受付番号: names one inquiry that the hotline has received. Made like a {@link ConfirmationNumber} but shorter, so that
 * one is not taken for the other. It names an inquiry and opens nothing: that takes a {@link FollowUpCode}.
 *
 * @param value the canonical nine characters, upper case, without separators
 */
public record TicketNumber(String value) {

    private static final CheckedCharacters FORM =
            new CheckedCharacters(8, ValueFault.TICKET_NUMBER_FORMAT, ValueFault.TICKET_NUMBER_CHECK_CHARACTER);

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#TICKET_NUMBER_FORMAT},
     *     {@link ValueFault#TICKET_NUMBER_CHECK_CHARACTER}
     */
    public TicketNumber {
        value = FORM.canonical(value);
    }

    /** Forgives case, hyphens, spaces, full width, and the letters O, I and L for the digits they look like. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TicketNumber of(String text) {
        return new TicketNumber(text);
    }

    public static TicketNumber next(RandomGenerator random) {
        return new TicketNumber(FORM.ofBits(FORM.randomBits(random)));
    }

    /** For people and for JSON: {@code XXXX-XXXXX}. */
    @JsonValue
    public String display() {
        return value.substring(0, 4) + '-' + value.substring(4);
    }

    @Override
    public String toString() {
        return display();
    }
}
