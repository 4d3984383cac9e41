package jp.shikaku.kit.page;

import jakarta.inject.Singleton;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookies of the pages: the session, which carries the signed token of who signed in, and a random text for forms of
 * people who have not. Named after the service: on one host the cookies of all ports are one heap.
 */
@Singleton
class SessionCookie {

    /** Binds a cookie to exactly this host, so that no neighbouring one can plant it; only possible over https. */
    private static final String HOST_ONLY = "__Host-";

    private final String session;
    private final String form;

    SessionCookie(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.session = service + "-session";
        this.form = service + "-form";
    }

    /** The token of the session; {@code null} without one. */
    String token(HttpServerRequest request) {
        return value(request, session);
    }

    /** The text that forms are bound to before anybody signs in; {@code null} without one. */
    String formSecret(HttpServerRequest request) {
        return value(request, form);
    }

    void begin(HttpServerRequest request, String token, long seconds) {
        request.response().addCookie(cookie(request, session, token).setMaxAge(seconds));
        request.response().addCookie(cookie(request, form, "").setMaxAge(0));
    }

    void end(HttpServerRequest request) {
        request.response().addCookie(cookie(request, session, "").setMaxAge(0));
    }

    void setFormSecret(HttpServerRequest request, String secret) {
        request.response().addCookie(cookie(request, form, secret));
    }

    private static String value(HttpServerRequest request, String name) {
        Cookie cookie = request.getCookie(name(request, name));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static Cookie cookie(HttpServerRequest request, String name, String value) {
        return Cookie.cookie(name(request, name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(isSafe(request));
    }

    private static String name(HttpServerRequest request, String name) {
        return isSafe(request) ? HOST_ONLY + name : name;
    }

    private static boolean isSafe(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }
}
