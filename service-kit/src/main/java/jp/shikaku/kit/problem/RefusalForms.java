package jp.shikaku.kit.problem;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PagePath;

/** Writes a refusal in the form that callers of a path expect. */
@Singleton
class RefusalForms {

    private final List<RefusalForm> others;
    private final ObjectMapper json;

    RefusalForms(@All List<RefusalForm> others, ObjectMapper json) {
        this.others = others;
        this.json = json;
    }

    /** A body, what it is, and in which language. */
    record Written(String mediaType, Locale language, byte[] body) {}

    /** @param call the request; of a page, its address says the language */
    Written write(
            HttpServerRequest call, ProblemType type, List<InvalidField> invalid, Locale preferred, String requestId) {
        String path = call.path();
        String accept = call.getHeader(HttpHeaders.ACCEPT);
        Locale locale = PagePath.language(path).orElse(preferred);
        Problem problem = Problem.of(type, invalid, locale, "urn:uuid:" + requestId);
        return others.stream()
                .filter(form -> form.isFor(path, accept))
                .findFirst()
                .map(form -> new Written(form.mediaType(), locale, form.write(problem, type, invalid, locale)))
                .orElseGet(() -> new Written(Problem.MEDIA_TYPE, locale, json(problem)));
    }

    private byte[] json(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
