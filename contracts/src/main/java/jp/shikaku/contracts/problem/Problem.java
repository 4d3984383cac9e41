package jp.shikaku.contracts.problem;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of every refusal, {@code application/problem+json} (RFC 9457).
 *
 * @param type URN of the problem type
 * @param title short and the same for every occurrence, in the caller's language
 * @param status HTTP status
 * @param code stable code of the {@link ProblemType}
 * @param nextStep what the caller does next, in the caller's language
 * @param instance this occurrence: the request id, found again in our logs
 * @param errors the values refused, one by one; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String code, String nextStep, String instance, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One refused value.
     *
     * @param pointer JSON pointer into the body, or {@code query:}, {@code header:}, {@code path:} and a name
     * @param code stable code of the {@link ValueFault}
     * @param detail what is wrong, in the caller's language
     * @param nextStep how to mend it, in the caller's language
     */
    public record FieldError(String pointer, String code, String detail, String nextStep) {}

    /** The problem as {@code locale} reads it. */
    public static Problem of(ProblemType type, List<InvalidField> invalid, Locale locale, String instance) {
        List<FieldError> errors = invalid.stream()
                .map(field -> new FieldError(
                        field.pointer(),
                        field.fault().code(),
                        field.fault().detail().in(locale),
                        field.fault().nextStep().in(locale)))
                .toList();
        return new Problem(
                type.uri(),
                type.title().in(locale),
                type.status(),
                type.code(),
                type.nextStep().in(locale),
                instance,
                errors);
    }
}
