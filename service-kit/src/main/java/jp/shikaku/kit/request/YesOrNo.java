package jp.shikaku.kit.request;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** A query parameter that is {@code true} or {@code false}. */
public final class YesOrNo {

    private YesOrNo() {}

    /** @throws InvalidValueException {@link ValueFault#UNKNOWN_CODE} when {@code text} is neither */
    public static Boolean of(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        };
    }
}
