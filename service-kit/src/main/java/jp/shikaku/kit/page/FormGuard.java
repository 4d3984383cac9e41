package jp.shikaku.kit.page;

import java.util.Set;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PagePath;

/** Refuses whatever would change something through a page and was not sent from one of our forms. */
class FormGuard {

    static final String FIELD = "formToken";

    /** For what a script sends that is no form: a file as it is. */
    static final String HEADER = "X-Form-Token";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** What browsers say of a request that begins on the same site, or with the person. Others may say nothing. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final FormTokens tokens;
    private final HttpServerRequest request;

    FormGuard(FormTokens tokens, HttpServerRequest request) {
        this.tokens = tokens;
        this.request = request;
    }

    @WithFormRead
    @ServerRequestFilter
    void check(ResteasyReactiveContainerRequestContext context) {
        if (HARMLESS.contains(context.getMethod()) || !PagePath.isPage(request.path())) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String sent = request.getHeader(HEADER);
        if (site != null && !OWN.contains(site) || !tokens.isOf(request, sent == null ? token(context) : sent)) {
            throw ProblemType.FORM_EXPIRED.exception();
        }
    }

    private static String token(ResteasyReactiveContainerRequestContext context) {
        var call = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        return call.getFormParameter(FIELD, true, false) instanceof String token ? token : null;
    }
}
