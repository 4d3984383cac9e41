package jp.shikaku.kit.page;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jp.shikaku.kit.problem.CallerLanguage;

/** What every answer tells a browser not to do, and where a browser goes that names no page. */
@ApplicationScoped
class PageHeaders {

    private static final int FIRST = 1000;

    /** Nothing but our own files, no script or style inside a page, nobody's frame, forms only to ourselves. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void install(@Observes Filters filters) {
        filters.register(PageHeaders::protect, FIRST);
    }

    void welcome(@Observes Router router) {
        router.get("/").handler(PageHeaders::toLanguage);
    }

    private static void protect(RoutingContext call) {
        MultiMap headers = call.response().headers();
        headers.set("Content-Security-Policy", POLICY);
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
