package jp.shikaku.kit.page;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.kit.problem.CallerLanguage;
import jp.shikaku.kit.request.PagePath;

/** What every answer tells a browser not to do, and where a browser goes that names no page. */
@ApplicationScoped
class PageHeaders {

    private static final int FIRST = 1000;

    /** Nothing but our own files, no script or style inside a page, nobody's frame, forms only to ourselves. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    private final String policy;

    /** @param provider where people sign in, if anywhere: signing out leads there, and browsers count that to the form */
    PageHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> provider) {
        this.policy = POLICY.formatted(provider.map(url -> " " + url.getScheme() + "://" + url.getAuthority())
                .orElse(""));
    }

    void install(@Observes Filters filters) {
        filters.register(this::protect, FIRST);
        filters.register(PageHeaders::forgetCookies, FIRST);
    }

    void welcome(@Observes Router router) {
        router.get("/").handler(PageHeaders::toLanguage);
    }

    /** A browser sends cookies along wherever it is made to call: at the interface of programs none is looked at. */
    private static void forgetCookies(RoutingContext call) {
        if (!PagePath.isPage(call.normalizedPath())) {
            call.request().headers().remove(HttpHeaders.COOKIE);
        }
        call.next();
    }

    private void protect(RoutingContext call) {
        MultiMap headers = call.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        // Addresses of ours may name a confirmation.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        call.next();
    }

    private static void toLanguage(RoutingContext call) {
        Locale language = CallerLanguage.of(call.acceptableLanguages().stream()
                .map(accepted -> Locale.forLanguageTag(accepted.tag()))
                .toList());
        call.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, "/" + language.getLanguage())
                .putHeader(HttpHeaders.VARY, "Accept-Language")
                .end();
    }
}
