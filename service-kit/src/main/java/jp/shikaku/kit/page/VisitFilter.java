package jp.shikaku.kit.page;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import jp.shikaku.kit.identity.PartyRole;
import jp.shikaku.kit.request.PagePath;

/** Finds out who looks at a page, also at one that is open to everybody, and keeps what they see out of caches. */
class VisitFilter {

    private final CurrentIdentityAssociation identities;
    private final Visit visit;

    VisitFilter(CurrentIdentityAssociation identities, Visit visit) {
        this.identities = identities;
        this.visit = visit;
    }

    @ServerRequestFilter
    Uni<Response> recognise(ContainerRequestContext request) {
        if (!PagePath.isPage(request.getUriInfo().getPath())) {
            return Uni.createFrom().nullItem();
        }
        // A session that has run out is none; a page that needs one says so itself.
        return identities
                .getDeferredIdentity()
                .invoke(identity -> visitor(identity).ifPresent(visit::recognise))
                .replaceWith((Response) null)
                .onFailure(failure -> !isStepOfSigningIn(failure))
                .recoverWithNull();
    }

    /** The way back from the provider, and what ends it: not a session that has run out. */
    private static boolean isStepOfSigningIn(Throwable failure) {
        return failure instanceof AuthenticationRedirectException
                || failure instanceof AuthenticationCompletionException;
    }

    @ServerResponseFilter
    void keepPrivate(ContainerRequestContext request, ContainerResponseContext response) {
        if (PagePath.isPage(request.getUriInfo().getPath())
                && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders()
                    .putSingle(HttpHeaders.CACHE_CONTROL, visit.visitor() == null ? "private, no-cache" : "no-store");
        }
    }

    private static Optional<Visitor> visitor(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return identity.getRoles().stream()
                .map(PartyRole::of)
                .flatMap(Optional::stream)
                .filter(role -> token.getClaim(role.claim()) instanceof String)
                .findFirst()
                .map(role -> new Visitor(role, token.getClaim(role.claim())));
    }
}
