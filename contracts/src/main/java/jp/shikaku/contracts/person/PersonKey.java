package jp.shikaku.contracts.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Stands for one person wherever the individual number may not go (R5). Two coverages of one person carry the same
 * key; nobody without the secret can get from a key to a number or try numbers out.
 *
 * @param value 256 bits as 43 characters of base64url, without padding
 */
public record PersonKey(String value) {

    private static final String LABEL = "jp.shikaku.person-key.v1";

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, else {@link ValueFault#KEY_FORMAT} */
    public PersonKey {
        value = OpaqueKey.checked(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonKey of(String text) {
        return new PersonKey(text);
    }

    /**
     * The key of a person. Only registration holds this secret; no other service can call this usefully.
     *
     * @param secret at least 32 bytes; another secret gives every person another key
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static PersonKey of(IndividualNumber number, byte[] secret) {
        return new PersonKey(OpaqueKey.derived(LABEL, secret, number.value()));
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
