package jp.shikaku.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.RequestId;

/**
 * Refuses a body that announces itself as too large, before a byte of it is read. Quarkus does the same, but without
 * saying anything; bodies that do not announce their length are caught by Quarkus while they are read.
 *
 * <p>{@code quarkus.http.limits.max-body-size} is for the paths in {@code shikaku.body.large-paths}, where files are
 * read as a stream; every other body is kept in memory and has at most {@code shikaku.body.limit}, if that is set.
 */
@ApplicationScoped
class BodyLimit {

    /** Above the limits that Quarkus itself installs, so that ours answers first. */
    private static final int BEFORE_QUARKUS = Integer.MAX_VALUE;

    /** Where Quarkus has just written its limit into the context of a body of unknown length. */
    private static final int AFTER_QUARKUS = 1;

    private final long largest;
    private final long usual;
    private final Set<String> largePaths;
    private final RefusalForms forms;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
            @ConfigProperty(name = "shikaku.body.limit") Optional<MemorySize> usual,
            @ConfigProperty(name = "shikaku.body.large-paths") Optional<List<String>> largePaths,
            RefusalForms forms) {
        this.largest = largest.asLongValue();
        this.usual = usual.orElse(largest).asLongValue();
        this.largePaths = Set.copyOf(largePaths.orElse(List.of()));
        this.forms = forms;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_QUARKUS);
        filters.register(this::limitUnannounced, AFTER_QUARKUS);
    }

    private long limit(RoutingContext call) {
        return largePaths.contains(call.normalizedPath()) ? largest : usual;
    }

    private void limitUnannounced(RoutingContext call) {
        if (call.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(call));
        }
        call.next();
    }

    private void check(RoutingContext call) {
        if (announcedLength(call) <= limit(call)) {
            call.next();
            return;
        }
        Locale locale = CallerLanguage.of(call.acceptableLanguages().stream()
                .map(header -> Locale.forLanguageTag(header.tag()))
                .toList());
        String id = RequestId.acceptedOrNew(call.request().getHeader(RequestId.HEADER));
        RefusalForms.Written written = forms.write(call.request(), ProblemType.BODY_TOO_LARGE, List.of(), locale, id);
        call.response()
                .setStatusCode(ProblemType.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, written.mediaType())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, written.language().getLanguage())
                .putHeader(RequestId.HEADER, id)
                .putHeader(HttpHeaders.CONNECTION, "close") // what is still on the line is not worth reading
                .end(Buffer.buffer(written.body()));
    }

    private static long announcedLength(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // Vert.x refuses the request itself
        }
    }
}
