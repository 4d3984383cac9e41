package jp.shikaku.kit.problem;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

/** Says which refusal a body that Jackson could not read deserves. Uses nothing of Jackson's message: it quotes. */
public final class JsonFault {

    private JsonFault() {}

    /** The refusal of a body, or of a part of one, that {@code e} was thrown for. */
    public static ProblemException of(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new ProblemException(
                    ProblemType.UNKNOWN_FIELD, List.of(new InvalidField(pointer(unknown), ValueFault.UNKNOWN_FIELD)));
        }
        if (isBadEncoding(e)) {
            return ProblemType.BODY_NOT_UTF8.exception();
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            ValueFault fault = invalidValueBehind(mapping);
            return new ProblemException(ProblemType.VALUES_INVALID, List.of(new InvalidField(pointer(mapping), fault)));
        }
        return ProblemType.MALFORMED_JSON.exception();
    }

    /** Jackson has no exception of its own for bytes that are not UTF-8; its message starts alike in all its parsers. */
    private static boolean isBadEncoding(JacksonException e) {
        return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Invalid UTF-8");
    }

    private static ValueFault invalidValueBehind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValueException invalid) {
                return invalid.fault();
            }
        }
        return ValueFault.WRONG_TYPE;
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? String.valueOf(step.getIndex()) : escaped(step.getFieldName()))
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
