package jp.shikaku.contracts.problem;

import java.util.List;

/** A refusal on its way to the caller. Carries no value of the request, so that it may be logged (R1, R5). */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<InvalidField> errors;

    public ProblemException(ProblemType type) {
        this(type, List.of());
    }

    public ProblemException(ProblemType type, List<InvalidField> errors) {
        super(type.code(), null, false, false); // a refusal is an answer, not a fault: nobody reads its stack
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    /** The values that were refused; empty when the refusal is not about single values. */
    public List<InvalidField> errors() {
        return errors;
    }
}
