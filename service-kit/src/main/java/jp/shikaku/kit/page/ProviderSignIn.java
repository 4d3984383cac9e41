package jp.shikaku.kit.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sign-in at an OpenID Connect provider (authorization code flow with PKCE and nonce), where {@code quarkus.oidc} names
 * one. The flow and its session are the extension's; here is only where it begins and ends.
 */
@ApplicationScoped
class ProviderSignIn {

    private final boolean offered;
    private final String client;
    private final OidcAuthenticationMechanism flow;
    private final OidcSession session;

    ProviderSignIn(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean offered,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client,
            OidcAuthenticationMechanism flow,
            OidcSession session) {
        this.offered = offered;
        this.client = client.orElse("");
        this.flow = flow;
        this.session = session;
    }

    boolean isOffered() {
        return offered;
    }

    /**
     * Where the browser goes to sign in; it comes back to the address of {@code call}.
     *
     * @return empty when {@code call} is a way back from the provider that nobody has begun in this browser
     */
    Uni<Optional<URI>> begin(RoutingContext call) {
        return flow.getChallenge(call).map(challenge -> challenge.getHeaders().entrySet().stream()
                .filter(header -> HttpHeaders.LOCATION
                        .toString()
                        .equalsIgnoreCase(header.getKey().toString()))
                .map(header -> URI.create(header.getValue().toString()))
                .findFirst());
    }

    boolean isOf(SecurityIdentity identity) {
        return !identity.isAnonymous() && identity.getCredential(IdTokenCredential.class) != null;
    }

    /**
     * Ends the session here.
     *
     * @return where the browser ends it at the provider too, to come back to {@code home}; empty when the provider has
     *     no such place
     */
    Uni<Optional<URI>> end(SecurityIdentity identity, URI home) {
        String idToken = identity.getCredential(IdTokenCredential.class).getToken();
        OidcConfigurationMetadata provider = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        Optional<URI> end = Optional.ofNullable(provider)
                .map(OidcConfigurationMetadata::getEndSessionUri)
                .map(address ->
                        URI.create(address + (address.contains("?") ? "&" : "?") + "client_id=" + encoded(client)
                                + "&id_token_hint=" + encoded(idToken) + "&post_logout_redirect_uri="
                                + encoded(home.toString())));
        return session.logout().replaceWith(end);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
