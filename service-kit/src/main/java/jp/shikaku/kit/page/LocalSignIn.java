package jp.shikaku.kit.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jp.shikaku.kit.identity.PartyRole;

/** Signs tokens for people of a local system. Does nothing unless {@code shikaku.sign-in.local-key} is set. */
@ApplicationScoped
class LocalSignIn {

    private static final Logger LOG = Logger.getLogger(LocalSignIn.class);

    private final SignInConfig config;
    private final String issuer;
    private final Set<String> audiences;
    private final Optional<PrivateKey> key;

    LocalSignIn(
            SignInConfig config,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audiences) {
        this.config = config;
        this.issuer = issuer;
        this.audiences = audiences;
        this.key = config.localKey().map(LocalSignIn::read);
    }

    void warn(@Observes StartupEvent event) {
        if (key.isPresent()) {
            LOG.warn("whoever is on this machine can sign in as anybody: for demonstration and tests only");
        }
    }

    /** Whether the person behind {@code request} may say who they are: only on this machine, only with a local key. */
    boolean isOpenTo(HttpServerRequest request) {
        return key.isPresent() && isOfThisMachine(request.remoteAddress().hostAddress());
    }

    /** Parties that can be chosen at a click, of those who sign in at {@code site}. */
    List<Visitor> examples(Site site) {
        return config.examples().orElse(List.of()).stream()
                .map(LocalSignIn::example)
                .flatMap(Optional::stream)
                .filter(example -> site.roles().contains(example.role()))
                .toList();
    }

    /**
     * A token for {@code id}.
     *
     * @throws jp.shikaku.contracts.problem.InvalidValueException when nobody of this role can have this id
     */
    String token(PartyRole role, String id) {
        String checked = role.checked(id);
        String subject = role.role() + ":" + checked;
        return Jwt.claims()
                .issuer(issuer)
                .audience(audiences)
                .subject(subject)
                .upn(subject)
                .groups(role.role())
                .claim(role.claim(), checked)
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(config.lasts())
                .sign(key.orElseThrow());
    }

    private static Optional<Visitor> example(String text) {
        String[] parts = text.split(":", 2);
        return PartyRole.of(parts[0]).filter(role -> parts.length == 2).map(role -> new Visitor(role, parts[1]));
    }

    private static boolean isOfThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static PrivateKey read(Path file) {
        try {
            String body =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("shikaku.sign-in.local-key cannot be read as a private key (PEM, PKCS #8)");
        }
    }
}
