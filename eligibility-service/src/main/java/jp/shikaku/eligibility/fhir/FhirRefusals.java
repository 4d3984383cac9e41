package jp.shikaku.eligibility.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.problem.RefusalForm;

/** Below {@code /fhir} a refusal is an {@code OperationOutcome}, whatever ends the request. */
@Singleton
class FhirRefusals implements RefusalForm {

    static final String PATH = "/fhir";

    private final FhirJson json;

    FhirRefusals(FhirJson json) {
        this.json = json;
    }

    @Override
    public boolean isFor(String path, String accept) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public String mediaType() {
        return R4.MEDIA_TYPE;
    }

    @Override
    public byte[] write(Problem problem, ProblemType type, List<InvalidField> invalid, Locale language) {
        return json.write(outcome(problem, type, invalid));
    }

    private static OperationOutcome outcome(Problem problem, ProblemType type, List<InvalidField> invalid) {
        if (invalid.isEmpty()) {
            return new OperationOutcome(List.of(issue(
                    issueType(type),
                    new R4.Coding(Systems.PROBLEM, problem.code(), null),
                    problem.title(),
                    problem.nextStep(),
                    null)));
        }
        return new OperationOutcome(IntStream.range(0, invalid.size())
                .mapToObj(i -> issue(
                        invalid.get(i).fault() == ValueFault.REQUIRED ? "required" : "value",
                        new R4.Coding(Systems.FAULT, problem.errors().get(i).code(), null),
                        problem.errors().get(i).detail(),
                        problem.errors().get(i).nextStep(),
                        expression(invalid.get(i).pointer())))
                .toList());
    }

    private static OperationOutcome.Issue issue(
            String code, R4.Coding coding, String text, String nextStep, String expression) {
        return new OperationOutcome.Issue(
                "error",
                code,
                new R4.CodeableConcept(List.of(coding), text),
                nextStep,
                expression == null ? List.of() : List.of(expression));
    }

    /** A JSON pointer as FHIRPath: {@code /insurance/0/coverage} is {@code insurance[0].coverage}. */
    private static String expression(String pointer) {
        if (!pointer.startsWith("/")) {
            return pointer.replaceFirst("^query:", "http.");
        }
        String path = Stream.of(pointer.substring(1).split("/"))
                .map(step -> step.matches("[0-9]+") ? "[" + step + "]" : "." + step)
                .collect(Collectors.joining());
        return path.substring(1);
    }

    /** The codes of issue-type of FHIR. */
    private static String issueType(ProblemType type) {
        return switch (type) {
            case MALFORMED_JSON, BODY_NOT_UTF8, UNKNOWN_FIELD -> "structure";
            case BODY_TOO_LARGE -> "too-long";
            case MEDIA_TYPE_UNSUPPORTED, NOT_ACCEPTABLE, METHOD_NOT_ALLOWED -> "not-supported";
            case PATH_UNKNOWN, CONFIRMATION_NOT_FOUND -> "not-found";
            case SIGN_IN_REQUIRED, TOKEN_INVALID -> "login";
            case ROLE_NOT_ALLOWED, IDENTITY_CLAIM_INVALID -> "forbidden";
            case IDEMPOTENCY_KEY_REQUIRED -> "value";
            case IDEMPOTENCY_KEY_REUSED -> "duplicate";
            case UNDETERMINED, TEMPORARILY_UNAVAILABLE -> "transient";
            case TOO_MANY_REQUESTS -> "throttled";
            case CERTIFICATE_NOT_BOUND, CERTIFICATE_EXPIRED, CERTIFICATE_SUSPENDED, CERTIFICATE_REVOKED ->
                "business-rule";
            case INTERNAL_ERROR -> "exception";
            default -> "processing";
        };
    }
}
