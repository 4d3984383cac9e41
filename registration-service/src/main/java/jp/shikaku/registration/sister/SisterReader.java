package jp.shikaku.registration.sister;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads answers of other services: tolerantly, while what callers send us is read strictly. */
@ApplicationScoped
public class SisterReader {

    private final ObjectMapper tolerant;

    SisterReader(ObjectMapper strict) {
        this.tolerant = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** At once, while the body of a refusal is still there. */
    public SisterAnswer read(RestResponse<?> answer) {
        return new SisterAnswer(answer.getStatus(), body(answer.getEntity()), tolerant);
    }

    /** The body of a refusal is in memory already, as a stream that nobody has read. */
    private static String body(Object entity) {
        if (!(entity instanceof InputStream stream)) {
            return Objects.requireNonNullElse((String) entity, "");
        }
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
