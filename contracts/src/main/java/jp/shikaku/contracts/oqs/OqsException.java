package jp.shikaku.contracts.oqs;

/** A document is refused as a whole. Carries nothing of what was in it: it may end up in a log. */
public final class OqsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OqsFault fault;

    public OqsException(OqsFault fault) {
        super(fault.code() + " " + fault.message().en(), null, false, false);
        this.fault = fault;
    }

    public OqsFault fault() {
        return fault;
    }
}
