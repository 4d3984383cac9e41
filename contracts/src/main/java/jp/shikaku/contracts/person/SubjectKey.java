package jp.shikaku.contracts.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Stands for what is printed on a card: insurer number, symbol and number. Registration and eligibility compute it alike,
 * so that a question answered 「資格情報なし」 can be matched with a record that is held. Neither the branch number, which
 * old cards lack, nor the birth date, which may be the very thing that is wrong, is part of it: a family shares a key.
 *
 * @param value 256 bits as 43 characters of base64url, without padding
 */
public record SubjectKey(String value) {

    private static final String LABEL = "jp.shikaku.subject-key.v1";

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#KEY_FORMAT} */
    public SubjectKey {
        value = OpaqueKey.checked(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SubjectKey of(String text) {
        return new SubjectKey(text);
    }

    /**
     * The key of a card. A card without symbol is another subject than any card with one.
     *
     * @param secret at least 32 bytes, the same in both services
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static SubjectKey of(InsuredCard card, byte[] secret) {
        return new SubjectKey(OpaqueKey.derived(
                LABEL, secret, card.insurerNumber().value(), card.symbol().orElse(""), card.number()));
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
