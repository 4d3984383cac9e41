package jp.shikaku.kit.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PagePath;
import jp.shikaku.kit.request.RequestId;

/** Turns whatever ends a request into one entry of the catalogue. The only exception mapper of a service. */
class ProblemMapper {

    /** Seconds after which a caller may ask again when we could not answer. */
    private static final int RETRY_AFTER_SECONDS = 2;

    private final RequestId requestId;
    private final RefusalForms forms;

    ProblemMapper(RequestId requestId, RefusalForms forms) {
        this.requestId = requestId;
        this.forms = forms;
    }

    @ServerExceptionMapper
    Response refusal(ProblemException e, HttpHeaders headers, HttpServerRequest request) {
        Response.ResponseBuilder response = response(e.type(), e.errors(), headers, request);
        e.retryAfter().ifPresent(pause -> response.header(HttpHeaders.RETRY_AFTER, null)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, pause.toSeconds())));
        return response.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class})
    Response notSignedIn(UnauthorizedException e, HttpHeaders headers, HttpServerRequest request) {
        return challenge(ProblemType.SIGN_IN_REQUIRED, headers, request);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class})
    Response badToken(AuthenticationFailedException e, HttpHeaders headers, HttpServerRequest request) {
        return challenge(ProblemType.TOKEN_INVALID, headers, request);
    }

    /** The provider did not sign the visitor in; its own words are not repeated. */
    @ServerExceptionMapper({AuthenticationCompletionException.class})
    Response signInFailed(AuthenticationCompletionException e, HttpHeaders headers, HttpServerRequest request) {
        return PagePath.language(request.path())
                .map(language ->
                        Response.seeOther(PagePath.signInFailed(language)).build())
                .orElseGet(() -> challenge(ProblemType.TOKEN_INVALID, headers, request));
    }

    @ServerExceptionMapper({ForbiddenException.class})
    Response forbidden(ForbiddenException e, HttpHeaders headers, HttpServerRequest request) {
        return response(ProblemType.ROLE_NOT_ALLOWED, List.of(), headers, request)
                .build();
    }

    /** Named beside {@link JacksonException} because Quarkus brings a mapper of its own for it. */
    @ServerExceptionMapper
    Response unfittingBody(MismatchedInputException e, HttpHeaders headers, HttpServerRequest request) {
        return refusal(JsonFault.of(e), headers, request);
    }

    @ServerExceptionMapper
    Response unreadableBody(JacksonException e, HttpHeaders headers, HttpServerRequest request) {
        return refusal(JsonFault.of(e), headers, request);
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException e, HttpHeaders headers, HttpServerRequest request) {
        if (e.getCause() instanceof JacksonException unreadable) {
            return unreadableBody(unreadable, headers, request);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse(); // a redirect is not a refusal
        }
        ProblemType type =
                switch (status) {
                    case 400 -> ProblemType.MALFORMED_JSON;
                    case 401 -> ProblemType.SIGN_IN_REQUIRED;
                    case 403 -> ProblemType.ROLE_NOT_ALLOWED;
                    case 404 -> ProblemType.PATH_UNKNOWN;
                    case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemType.NOT_ACCEPTABLE;
                    case 413 -> ProblemType.BODY_TOO_LARGE;
                    case 415 -> ProblemType.MEDIA_TYPE_UNSUPPORTED;
                    case 503 -> ProblemType.TEMPORARILY_UNAVAILABLE;
                    default -> null;
                };
        if (type == null) {
            return unexpected(e, headers, request);
        }
        Response.ResponseBuilder response = response(type, List.of(), headers, request);
        if (e instanceof NotAllowedException notAllowed) {
            response.header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, HttpHeaders headers, HttpServerRequest request) {
        if (Outage.isOutage(e)) {
            FailureLog.outage(requestId.value(), e);
            return response(ProblemType.TEMPORARILY_UNAVAILABLE, List.of(), headers, request)
                    .build();
        }
        FailureLog.unexpected(requestId.value(), request.method().name(), e);
        return response(ProblemType.INTERNAL_ERROR, List.of(), headers, request).build();
    }

    private Response challenge(ProblemType type, HttpHeaders headers, HttpServerRequest request) {
        Optional<Locale> page = PagePath.language(request.path());
        if (page.isPresent()) {
            return signInFirst(page.get(), request);
        }
        return response(type, List.of(), headers, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** A person is sent to sign in, and comes back to where a look was wanted; what was sent is not sent again. */
    private static Response signInFirst(Locale language, HttpServerRequest request) {
        boolean look = request.method().name().equals("GET");
        String query = request.query() == null ? "" : "?" + request.query();
        URI signIn = PagePath.signIn(language, look ? request.path() + query : "");
        return request.headers().contains("HX-Request")
                // A part of a page: the script has the whole page go there.
                ? Response.noContent().header("HX-Redirect", signIn).build()
                : Response.seeOther(signIn).build();
    }

    private Response.ResponseBuilder response(
            ProblemType type, List<InvalidField> errors, HttpHeaders headers, HttpServerRequest request) {
        Locale locale = CallerLanguage.of(headers.getAcceptableLanguages());
        RefusalForms.Written written = forms.write(request, type, errors, locale, requestId.value());
        Response.ResponseBuilder response = Response.status(type.status())
                .type(written.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, written.language().getLanguage())
                .entity(written.body());
        if (type.status() == 503 || type.status() == 429) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response;
    }
}
