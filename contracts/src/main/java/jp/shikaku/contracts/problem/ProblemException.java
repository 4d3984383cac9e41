package jp.shikaku.contracts.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal on its way to the caller. Carries no value of the request, so that it may be logged (R1, R5). */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<InvalidField> errors;
    private final Duration retryAfter;

    public ProblemException(ProblemType type) {
        this(type, List.of());
    }

    public ProblemException(ProblemType type, List<InvalidField> errors) {
        this(type, errors, null);
    }

    /** @param retryAfter how long the same request would be refused again */
    public ProblemException(ProblemType type, Duration retryAfter) {
        this(type, List.of(), retryAfter);
    }

    private ProblemException(ProblemType type, List<InvalidField> errors, Duration retryAfter) {
        super(type.code(), null, false, false); // a refusal is an answer, not a fault: nobody reads its stack
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public ProblemType type() {
        return type;
    }

    /** The values that were refused; empty when the refusal is not about single values. */
    public List<InvalidField> errors() {
        return errors;
    }

    /** How long the same request would be refused again; empty where nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
