package jp.shikaku.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.demo.Story;
import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.launch.Form;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.process.Folders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The manifests are played: jobs migrate three databases, three services come up behind their probes, and the story is told
 * on them. The databases are those of the launcher, as CloudNativePG needs a cluster.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodName.class)
@Timeout(1200)
class KubePlayIT {

    private static final Path ROOT = Path.of(System.getProperty("shikaku.root"));
    private static final Path HOME = Path.of("target", "kube").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int OK = 200;

    private final Map<String, String> played = new HashMap<>();
    private Podman podman;
    private PlayableManifests manifests;
    private Stack stack;

    @BeforeAll
    void play() throws IOException {
        podman = Podman.orSkip();
        Podman.skipUnless(Podman.isInstalled("kubectl"), "kubectl is not installed");
        podman.build(List.of(Service.values()).stream().map(Service::label).toArray(String[]::new));
        manifests = new PlayableManifests(ROOT.resolve("deploy/kubernetes/overlays/local"));
        stack = new Stack(FreeLayout.of(ROOT, HOME.resolve("data"), Form.JVM));
        stack.identity();
        for (Service service : Service.values()) {
            stack.databases().start(service);
            makeSecrets(service);
            migrate(service);
        }
        for (Service service : Service.values()) {
            play(service.label(), manifests.service(service.label(), settings(service)) + files(service));
        }
    }

    /** What a cluster would decide: where everything is. The clock is moved by the story. */
    private Map<String, String> settings(Service service) {
        LocalPostgres database = stack.databases().of(service);
        Layout layout = stack.layout();
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(layout.port(service)));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(layout.adminPort(service)));
        for (String pool : List.of("", "DESK_", "BULK_", "LINKAGE_")) {
            settings.put("QUARKUS_DATASOURCE_" + pool + "REACTIVE_URL", database.reactiveUrl(service.label()));
        }
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(service.label()));
        settings.put(
                "SHIKAKU_ELIGIBILITY_URL", layout.address(Service.ELIGIBILITY).toString());
        settings.put(
                "SHIKAKU_REGISTRATION_URL", layout.address(Service.REGISTRATION).toString());
        settings.put("SHIKAKU_INQUIRY_URL", layout.address(Service.INQUIRY).toString());
        settings.put("SHIKAKU_CLOCK_MOVABLE", "true");
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        if (service == Service.ELIGIBILITY) {
            settings.put("SHIKAKU_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
            settings.put("SHIKAKU_WEBHOOK_PLAIN_HTTP", "true");
        }
        return settings;
    }

    private void makeSecrets(Service service) throws IOException {
        LocalPostgres database = stack.databases().of(service);
        for (Map.Entry<String, List<String>> secret :
                manifests.secrets(service.label()).entrySet()) {
            Map<String, String> values = new HashMap<>();
            for (String key : secret.getValue()) {
                values.put(key, value(key, database));
            }
            Path file = Files.writeString(HOME.resolve(secret.getKey() + ".json"), PlayableManifests.secret(values));
            podman.podman("secret", "rm", secret.getKey());
            podman.succeed("secret", "create", secret.getKey(), file.toString());
        }
    }

    private String value(String key, LocalPostgres database) throws IOException {
        return switch (key) {
            case "username" -> database.user();
            case "password" -> database.password();
            case "subject-key" -> Base64.getEncoder().encodeToString(stack.subjectKeySecret());
            default -> ServiceEnvironment.secret(key);
        };
    }

    /** The key by which tokens are checked, and the service's own token. */
    private String files(Service service) throws IOException {
        LocalIdentity identity = stack.identity();
        return PlayableManifests.written(
                PlayableManifests.file("identity", "public-key.pem", Files.readString(identity.publicKey())),
                PlayableManifests.file(
                        service.label() + "-service-token",
                        "token",
                        identity.token(Role.SERVICE, service.label(), Duration.ofDays(1))));
    }

    private void migrate(Service service) throws IOException {
        String pod = service.label() + "-migration";
        play(pod, manifests.migration(service.label(), settings(service)) + files(service));
        String container = pod + "-migration";
        assertThat(podman.succeed("wait", container))
                .as(podman.podman("logs", container).output())
                .isEqualTo("0");
        assertThat(podman.podman("logs", container).output()).contains("Successfully applied");
    }

    private void play(String name, String manifest) throws IOException {
        Path file = Files.writeString(HOME.resolve(name + ".yaml"), manifest);
        podman.succeed("kube", "play", "--replace", file.toString());
        played.put(name, file.toString());
    }

    @AfterAll
    void remove() throws IOException {
        if (stack == null) {
            return;
        }
        for (Service service : Service.values()) {
            Files.writeString(
                    HOME.resolve(service.label() + ".log"),
                    podman.podman("logs", service.label() + "-pod-0-service").output());
        }
        for (String file : played.values()) {
            podman.podman("kube", "down", file);
        }
        for (Service service : Service.values()) {
            stack.databases().of(service).stop();
        }
        Folders.delete(stack.layout().data());
    }

    @Test
    void aEveryProbeIsAnsweredInItsTime() {
        for (Service service : Service.values()) {
            manifests.probes(service.label(), stack.layout().adminPort(service)).forEach((name, probe) -> await(
                            service.label() + " " + name)
                    .atMost(name.equals("livenessProbe") ? Duration.ofSeconds(10) : PATIENCE)
                    .pollInterval(Duration.ofSeconds(Math.min(probe.periodSeconds(), 1)))
                    .ignoreExceptions()
                    .until(() -> given().port(probe.port()).get(probe.path()).statusCode() == OK));
        }
    }

    @Test
    void bTheStoryIsToldOnThem() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        List<String> differences = new Story(stack, new PrintStream(told, true, StandardCharsets.UTF_8)).play();
        assertThat(differences).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Whoever watches over the cluster reads what is there. */
    @Test
    void cFiguresAreReadOnTheAdminPort() {
        Map<Service, String> pages = List.of(Service.values()).stream()
                .collect(Collectors.toMap(service -> service, service -> given().port(
                                stack.layout().adminPort(service))
                        .get("/q/metrics")
                        .asString()));
        assertThat(pages.get(Service.ELIGIBILITY)).contains("shikaku_confirmations_total{outcome=\"valid\"");
        assertThat(pages.get(Service.REGISTRATION)).contains("shikaku_linkage_pending");
        assertThat(pages.get(Service.INQUIRY)).contains("shikaku_tickets_owed");
    }
}
