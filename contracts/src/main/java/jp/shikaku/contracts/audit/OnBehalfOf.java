package jp.shikaku.contracts.audit;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * The person for whom a service asks another: goes into the audit record there.
 *
 * @param value role and id, for example {@code hotline:agent-7}; letters, digits, {@code . _ - :}, at most 80
 */
public record OnBehalfOf(String value) {

    /** Header of the call from service to service. */
    public static final String HEADER = "X-On-Behalf-Of";

    public OnBehalfOf {
        if (value == null || !value.matches("[A-Za-z0-9._:-]{1,80}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
    }
}
