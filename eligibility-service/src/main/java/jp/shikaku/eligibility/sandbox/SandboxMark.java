package jp.shikaku.eligibility.sandbox;

import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says with every answer that the sandbox is open: nobody should take it for the real thing. */
class SandboxMark {

    static final String HEADER = "X-Shikaku-Sandbox";

    private final Sandbox sandbox;

    SandboxMark(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ServerResponseFilter
    void mark(ContainerResponseContext response) {
        if (sandbox.isEnabled()) {
            response.getHeaders().putSingle(HEADER, "true");
        }
    }
}
