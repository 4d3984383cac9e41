package jp.shikaku.kit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives out the committed description of the API on the admin port. It is compared with the code by tests (OpenApiSuite), not
 * made from it at each start: that took a third of the start of a native program.
 */
@ApplicationScoped
class PublishedDescription {

    private static final String PATH = "/q/openapi";
    private static final String MEDIA_TYPE = "application/yaml;charset=UTF-8";

    private final String file;

    PublishedDescription(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.file = "/openapi/" + service.replace("-service", "") + ".yaml";
    }

    void open(@Observes ManagementInterface admin) {
        admin.router().get(PATH).blockingHandler(this::give);
    }

    private void give(RoutingContext call) {
        try (InputStream description = PublishedDescription.class.getResourceAsStream(file)) {
            if (description == null) {
                throw new IllegalStateException(file + " was not packed");
            }
            call.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                    .end(Buffer.buffer(description.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
