package jp.shikaku.kit.testing.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import jp.shikaku.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Keycloak with a realm of its own, in a process of its own. {@code -Pkeycloak} lays its distribution into
 * {@code target/keycloak}.
 */
public class KeycloakServer implements QuarkusTestResourceLifecycleManager {

    public static final String PASSWORD = "only-for-tests";

    /** How long a token of the realm is good, so that a test can see one renewed. */
    public static final Duration TOKEN_LASTS = Duration.ofSeconds(8);

    private static final Path FOLDER = Path.of("target", "keycloak");
    private static final String CLIENT = "shikaku-pages";
    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final int port = Ports.free();
    private Process process;

    static Optional<Path> distribution() {
        if (!Files.isDirectory(FOLDER)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".zip")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path home = unpacked(distribution().orElseThrow());
            Path realm = Files.createDirectories(home.resolve("data/import")).resolve("shikaku.json");
            Files.writeString(realm, realm());
            process = run(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
        return Map.of(
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.auth-server-url",
                issuer(),
                "quarkus.oidc.client-id",
                CLIENT,
                "quarkus.oidc.credentials.secret",
                SECRET);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process run(Path home) throws IOException {
        ProcessBuilder start = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm");
        start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().remove("JAVA_OPTS");
        return start.redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("keycloak.log").toFile())
                .start();
    }

    private void awaitReady() {
        HttpClient browser = HttpClient.newHttpClient();
        HttpRequest discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    assertThat(process.isAlive())
                            .as("Keycloak has ended; see %s", FOLDER.resolve("keycloak.log"))
                            .isTrue();
                    return browser.send(discovery, BodyHandlers.discarding()).statusCode() == 200;
                });
    }

    private String issuer() {
        return "http://127.0.0.1:" + port + "/realms/shikaku";
    }

    private static Path unpacked(Path zip) throws IOException {
        Path folder = FOLDER.resolve("server").toAbsolutePath();
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                // Without the folder of its version, which all entries begin with.
                String name = entry.getName().replaceFirst("^[^/]+/", "");
                Path target = folder.resolve(name).normalize();
                assertThat(target).startsWithRaw(folder);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
        return folder;
    }

    /** Two who have a role, one who has none; the claims of the id token as docs/sign-in.md says them. */
    private static String realm() {
        return """
                {"realm": "shikaku", "enabled": true, "sslRequired": "none", "accessTokenLifespan": %1$d,
                 "components": {"org.keycloak.userprofile.UserProfileProvider": [{"providerId": "declarative-user-profile",
                   "config": {"kc.user.profile.config": ["{\\"unmanagedAttributePolicy\\":\\"ENABLED\\",\\"attributes\\":[{\\"name\\":\\"username\\"},{\\"name\\":\\"email\\"},{\\"name\\":\\"firstName\\"},{\\"name\\":\\"lastName\\"}]}"]}}]},
                 "roles": {"realm": [{"name": "hotline"}, {"name": "operator"}]},
                 "users": [%2$s, %3$s, %4$s],
                 "clients": [{"clientId": "%5$s", "secret": "%6$s", "enabled": true, "protocol": "openid-connect",
                   "publicClient": false, "standardFlowEnabled": true, "directAccessGrantsEnabled": false,
                   "redirectUris": ["*"], "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "*"},
                   "protocolMappers": [
                    {"name": "groups", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-realm-role-mapper",
                     "config": {"multivalued": "true", "claim.name": "groups", "jsonType.label": "String",
                       "id.token.claim": "true", "access.token.claim": "true"}}, %7$s, %8$s]}]}"""
                .formatted(
                        TOKEN_LASTS.toSeconds(),
                        user("hotaru", "hotline", "agent_id", "agent-7"),
                        user("olga", "operator", "operator_id", "olga"),
                        user("nobody", null, null, null),
                        CLIENT,
                        SECRET,
                        attribute("agent_id"),
                        attribute("operator_id"));
    }

    private static String user(String name, String role, String claim, String id) {
        return """
                {"username": "%1$s", "enabled": true, "email": "%1$s@example.jp", "emailVerified": true,
                 "firstName": "%1$s", "lastName": "Example",
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}],
                 "realmRoles": %3$s, "attributes": %4$s}"""
                .formatted(
                        name,
                        PASSWORD,
                        role == null ? List.of() : "[\"" + role + "\"]",
                        claim == null ? "{}" : "{\"%s\": [\"%s\"]}".formatted(claim, id));
    }

    private static String attribute(String name) {
        return """
                {"name": "%1$s", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                 "config": {"user.attribute": "%1$s", "claim.name": "%1$s", "jsonType.label": "String",
                   "id.token.claim": "true", "access.token.claim": "true"}}"""
                .formatted(name);
    }

    /** Waits until a token that was issued before now is not good any more. */
    public static void awaitTokensToRunOut() {
        await().pollDelay(TOKEN_LASTS.toMillis() + 1500, TimeUnit.MILLISECONDS)
                .atMost(TOKEN_LASTS.multipliedBy(3))
                .until(() -> true);
    }
}
