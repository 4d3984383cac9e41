package jp.shikaku.kit.problem;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;

/** Writes a refusal in the form that callers of a path expect. */
@Singleton
class RefusalForms {

    private final List<RefusalForm> others;
    private final ObjectMapper json;

    RefusalForms(@All List<RefusalForm> others, ObjectMapper json) {
        this.others = others;
        this.json = json;
    }

    /** A body and what it is. */
    record Written(String mediaType, byte[] body) {}

    Written write(String path, ProblemType type, List<InvalidField> invalid, Locale locale, String requestId) {
        Problem problem = Problem.of(type, invalid, locale, "urn:uuid:" + requestId);
        return others.stream()
                .filter(form -> form.isFor(path))
                .findFirst()
                .map(form -> new Written(form.mediaType(), form.write(problem, type, invalid)))
                .orElseGet(() -> new Written(Problem.MEDIA_TYPE, json(problem)));
    }

    private byte[] json(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
