package jp.shikaku.registration.resident;

/** The register answered, but not what was asked. */
final class UnusableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean repeatable;

    /**
     * @param reason says nothing of what was sent or received
     * @param repeatable whether the same question may be answered the next time
     */
    UnusableAnswerException(String reason, boolean repeatable) {
        super(reason);
        this.repeatable = repeatable;
    }

    boolean isRepeatable() {
        return repeatable;
    }
}
