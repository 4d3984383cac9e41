package jp.shikaku.kit.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the clock and, only with {@code shikaku.clock.movable=true}, lets it be moved on the admin port:
 * {@code PUT /clock-offset} with an ISO 8601 duration as text ({@code -PT144H}, {@code PT0S} for the real time).
 */
@ApplicationScoped
class ServiceClockSetup {

    private static final Logger LOG = Logger.getLogger(ServiceClockSetup.class);
    private static final int MAX_TEXT = 32;

    private final ServiceClock clock = new ServiceClock();
    private final boolean movable;

    ServiceClockSetup(@ConfigProperty(name = "shikaku.clock.movable", defaultValue = "false") boolean movable) {
        this.movable = movable;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return clock;
    }

    void openAdminPort(@Observes ManagementInterface admin) {
        if (!movable) {
            return;
        }
        LOG.warn("the clock of this service can be moved: for demonstration and tests only");
        admin.router()
                .route(HttpMethod.PUT, "/clock-offset")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_TEXT))
                .handler(this::move);
    }

    private void move(RoutingContext call) {
        try {
            clock.move(Duration.parse(call.body().asString().strip()));
            call.response().setStatusCode(204).end();
        } catch (DateTimeException e) {
            call.response()
                    .setStatusCode(400)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                    .end("an ISO 8601 duration is wanted, for example -PT144H\n");
        }
    }
}
