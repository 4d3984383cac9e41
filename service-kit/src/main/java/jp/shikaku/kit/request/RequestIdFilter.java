package jp.shikaku.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every request its id, and the answer the same. */
class RequestIdFilter {

    private final RequestId requestId;

    RequestIdFilter(RequestId requestId) {
        this.requestId = requestId;
    }

    @ServerRequestFilter(preMatching = true)
    void take(ContainerRequestContext request) {
        requestId.take(request.getHeaderString(RequestId.HEADER));
        MDC.put("requestId", requestId.value());
    }

    @ServerResponseFilter
    void answer(ContainerResponseContext response) {
        response.getHeaders().putSingle(RequestId.HEADER, requestId.value());
    }
}
