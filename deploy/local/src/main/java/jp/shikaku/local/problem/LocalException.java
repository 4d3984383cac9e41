package jp.shikaku.local.problem;

/**
 * Something on this machine stands in the way. The launcher prints both sentences and never a stack trace: whoever
 * reads them wants to know what to do next.
 */
public final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param what what is wrong, with the name of the port, folder or program concerned
     * @param remedy what the reader can do about it
     */
    public LocalException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public LocalException(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    /** Both sentences, so that a failing test shows the remedy too. */
    @Override
    public String toString() {
        return getMessage() + "\n  → " + remedy;
    }
}
