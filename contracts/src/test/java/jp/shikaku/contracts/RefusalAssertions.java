package jp.shikaku.contracts;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

public final class RefusalAssertions {

    private RefusalAssertions() {}

    /** The call is refused for exactly this fault, and the message tells nothing but its code. */
    public static void assertRefused(ValueFault fault, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(call)
                .withMessage(fault.code())
                .extracting(InvalidValueException::fault)
                .isEqualTo(fault);
    }
}
