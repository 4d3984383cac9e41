package jp.shikaku.kit.trace;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.container.ContainerRequestContext;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * While this service records no traces, it still hands on its callers': to the log, and unchanged to the sisters that it
 * asks for the same request. Whoever names no trace costs one look for a header (ADR 39). With traces on,
 * OpenTelemetry does all of it.
 */
@Singleton
public class TraceRelay implements ClientRequestFilter {

    /** As OpenTelemetry calls it in the log. */
    private static final String IN_LOG = "traceId";

    private static final String KEPT = TraceRelay.class.getName();

    private final boolean needed;

    TraceRelay(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean recordsNone) {
        this.needed = recordsNone;
    }

    /** Keeps the trace that {@code request} names, for as long as it is worked on. */
    public void take(ContainerRequestContext request) {
        if (!needed) {
            return;
        }
        String parent = request.getHeaderString(CallersTrace.PARENT);
        if (parent != null) {
            CallersTrace.read(parent, request.getHeaderString(CallersTrace.STATE))
                    .ifPresent(TraceRelay::keep);
        }
    }

    private static void keep(CallersTrace trace) {
        MDC.put(IN_LOG, trace.id());
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(KEPT, trace);
        }
    }

    @Override
    public void filter(ClientRequestContext call) {
        if (needed && VertxContext.isOnDuplicatedContext()) {
            ContextLocals.<CallersTrace>get(KEPT).ifPresent(trace -> handOn(trace, call));
        }
    }

    private static void handOn(CallersTrace trace, ClientRequestContext call) {
        call.getHeaders().putSingle(CallersTrace.PARENT, trace.parent());
        if (!trace.state().isEmpty()) {
            call.getHeaders().putSingle(CallersTrace.STATE, trace.state());
        }
    }
}
