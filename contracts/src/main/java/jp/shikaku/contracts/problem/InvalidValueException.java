package jp.shikaku.contracts.problem;

/**
 * A text is not the value it should be. Carries a {@link ValueFault} and never the text itself: what was refused may
 * be an individual number, and exception messages end up in logs (R5).
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final ValueFault fault;

    public InvalidValueException(ValueFault fault) {
        super(fault.code());
        this.fault = fault;
    }

    public ValueFault fault() {
        return fault;
    }
}
