package jp.shikaku.kit.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.identity.PartyRole;
import jp.shikaku.kit.request.PagePath;

/** Where people sign in and out. What they get is a session that carries their token. */
@Path("/{language:ja|en}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class SignInPages {

    private final Pages pages;
    private final Site site;
    private final LocalSignIn local;
    private final SessionCookie cookie;
    private final JWTParser tokens;
    private final HttpServerRequest request;

    SignInPages(
            Pages pages,
            Site site,
            LocalSignIn local,
            SessionCookie cookie,
            JWTParser tokens,
            HttpServerRequest request) {
        this.pages = pages;
        this.site = site;
        this.local = local;
        this.cookie = cookie;
        this.tokens = tokens;
        this.request = request;
    }

    @CheckedTemplate(basePath = "kit")
    static class Templates {

        static native TemplateInstance signIn(
                Frame p, Form form, List<PartyRole> roles, boolean local, List<Visitor> examples);
    }

    @GET
    @Path("/sign-in")
    public TemplateInstance ask(@QueryParam("next") String next) {
        return page(Form.with(Map.of("next", next == null ? "" : next)));
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> signIn(
            @RestForm String role, @RestForm String id, @RestForm String token, @RestForm String next) {
        String signed;
        try {
            signed = token == null ? minted(role, id) : token.strip();
        } catch (InvalidValueException e) {
            return refused(role, next, new InvalidField("/id", e.fault()));
        }
        Optional<JsonWebToken> accepted = accepted(signed);
        Optional<PartyRole> party = accepted.flatMap(this::party);
        if (party.isEmpty()) {
            return refused(role, next, new InvalidField("/token", ValueFault.TOKEN_NOT_ACCEPTED));
        }
        cookie.begin(
                request,
                signed,
                accepted.get().getExpirationTime() - Instant.now().getEpochSecond());
        return RestResponse.seeOther(URI.create(
                next != null && PagePath.isOwnPage(next)
                        ? next
                        : "/" + pages.language().getLanguage() + site.startOf(party.get())));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<Void> signOut() {
        cookie.end(request);
        return RestResponse.seeOther(URI.create("/" + pages.language().getLanguage()));
    }

    private String minted(String role, String id) {
        PartyRole party = PartyRole.of(role == null ? "" : role)
                .filter(site.roles()::contains)
                .filter(any -> local.isOpenTo(request))
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
        if (id == null || id.isBlank()) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return local.token(party, id);
    }

    private Optional<JsonWebToken> accepted(String token) {
        try {
            return Optional.of(tokens.parse(token));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private Optional<PartyRole> party(JsonWebToken token) {
        return site.roles().stream()
                .filter(role -> token.getGroups() != null && token.getGroups().contains(role.role()))
                .findFirst();
    }

    private RestResponse<TemplateInstance> refused(String role, String next, InvalidField fault) {
        Map<String, String> typed = Map.of("role", role == null ? "" : role, "next", next == null ? "" : next);
        return RestResponse.ResponseBuilder.<TemplateInstance>create(422)
                .entity(page(new Form(typed, List.of(fault))))
                .build();
    }

    private TemplateInstance page(Form form) {
        return Templates.signIn(
                pages.frameWithForm(), form, site.roles(), local.isOpenTo(request), local.examples(site));
    }
}
