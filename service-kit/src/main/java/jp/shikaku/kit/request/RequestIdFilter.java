package jp.shikaku.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import jp.shikaku.kit.trace.TraceRelay;

/** Gives every request its id, and the answer the same; takes in which trace the request belongs to. */
class RequestIdFilter {

    private final RequestId requestId;
    private final TraceRelay traces;

    RequestIdFilter(RequestId requestId, TraceRelay traces) {
        this.requestId = requestId;
        this.traces = traces;
    }

    @ServerRequestFilter(preMatching = true)
    void take(ContainerRequestContext request) {
        requestId.take(request.getHeaderString(RequestId.HEADER));
        MDC.put("requestId", requestId.value());
        traces.take(request);
    }

    @ServerResponseFilter
    void answer(ContainerResponseContext response) {
        response.getHeaders().putSingle(RequestId.HEADER, requestId.value());
    }
}
