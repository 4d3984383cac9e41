package jp.shikaku.kit.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends callers elsewhere before this replica goes. In the time of {@code quarkus.shutdown.delay} readiness is down and
 * everything is still answered; but who keeps a connection open never asks for readiness. It is told with its next answer
 * that this connection ends, and opens another, to a replica that stays.
 */
@ApplicationScoped
class Leaving {

    /** Before anything that answers by itself. */
    private static final int FIRST = 1000;

    private volatile boolean leaving;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void install(@Observes Filters filters) {
        filters.register(this::tell, FIRST);
    }

    private void tell(RoutingContext call) {
        // HTTP/2 has a frame for it, which the server sends when it closes.
        if (leaving && call.request().version() != HttpVersion.HTTP_2) {
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        call.next();
    }
}
