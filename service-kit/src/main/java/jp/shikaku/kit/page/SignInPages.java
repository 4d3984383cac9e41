package jp.shikaku.kit.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
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
    private final RoutingContext call;
    private final ProviderSignIn provider;
    private final CurrentIdentityAssociation identities;
    private final Visit visit;

    SignInPages(
            Pages pages,
            Site site,
            LocalSignIn local,
            SessionCookie cookie,
            JWTParser tokens,
            HttpServerRequest request,
            RoutingContext call,
            ProviderSignIn provider,
            CurrentIdentityAssociation identities,
            Visit visit) {
        this.pages = pages;
        this.site = site;
        this.local = local;
        this.cookie = cookie;
        this.tokens = tokens;
        this.request = request;
        this.call = call;
        this.provider = provider;
        this.identities = identities;
        this.visit = visit;
    }

    /**
     * How one can sign in here.
     *
     * @param local whether by saying who one is, with {@code examples} to choose from
     * @param atProvider where the provider's sign-in begins, after the language; empty without a provider
     * @param failed why it did not work just now: {@code provider}, {@code role}, or empty
     */
    record Ways(boolean local, List<Visitor> examples, String atProvider, String failed) {

        public boolean byTokenAlone() {
            return !local && atProvider.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "kit")
    static class Templates {

        static native TemplateInstance signIn(Frame p, Form form, List<PartyRole> roles, Ways ways);
    }

    @GET
    @Path("/sign-in")
    public TemplateInstance ask(@QueryParam("next") String next, @QueryParam("failed") String failed) {
        return page(Form.with(Map.of("next", next == null ? "" : next)), failed);
    }

    /** Leads to the provider, and is where the browser comes back to; then on to {@code next}. */
    @GET
    @Path("/sign-in/provider")
    public Uni<RestResponse<Void>> atProvider(@QueryParam("next") String next) {
        if (!provider.isOffered()) {
            throw ProblemType.PATH_UNKNOWN.exception();
        }
        return identities
                .getDeferredIdentity()
                .flatMap(identity -> identity.isAnonymous() ? begin() : cameBack(identity, next))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(this::begin); // a session that has run out and is not renewed
    }

    private Uni<RestResponse<Void>> begin() {
        return provider.begin(call)
                .map(there -> there.orElseGet(() -> PagePath.signInFailed(pages.language())))
                .map(RestResponse::seeOther);
    }

    private Uni<RestResponse<Void>> cameBack(SecurityIdentity identity, String next) {
        Visitor visitor = visit.visitor();
        return visitor != null && site.roles().contains(visitor.role())
                ? Uni.createFrom().item(RestResponse.seeOther(start(next, visitor.role())))
                : withoutRole(identity);
    }

    /** Somebody whom the provider knows and who has no business here: not left half signed in. */
    private Uni<RestResponse<Void>> withoutRole(SecurityIdentity identity) {
        URI told = URI.create(pages.frame().link("/sign-in?failed=role"));
        return provider.isOf(identity)
                ? provider.end(identity, absolute(told)).map(end -> RestResponse.seeOther(end.orElse(told)))
                : Uni.createFrom().item(RestResponse.seeOther(told));
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
        return RestResponse.seeOther(start(next, party.get()));
    }

    private URI start(String next, PartyRole role) {
        return URI.create(
                next != null && PagePath.isOwnPage(next) ? next : pages.frame().link(site.startOf(role)));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<Void>> signOut() {
        cookie.end(request);
        URI home = URI.create(pages.frame().link(""));
        return identities
                .getDeferredIdentity()
                .flatMap(identity -> provider.isOf(identity)
                        ? provider.end(identity, absolute(home)).map(end -> end.orElse(home))
                        : Uni.createFrom().item(home))
                .onFailure()
                .recoverWithItem(home) // a session that had run out
                .map(RestResponse::seeOther);
    }

    private URI absolute(URI path) {
        return URI.create(request.absoluteURI()).resolve(path);
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
                .entity(page(new Form(typed, List.of(fault)), null))
                .build();
    }

    private TemplateInstance page(Form form, String failed) {
        String next = form.value("next");
        String query = next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return Templates.signIn(
                pages.frameWithForm(),
                form,
                site.roles(),
                new Ways(
                        local.isOpenTo(request),
                        local.examples(site),
                        provider.isOffered() ? "/sign-in/provider" + query : "",
                        failed == null ? "" : failed));
    }
}
