package jp.shikaku.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.process.Ports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The image of a service: built here, looked into, and run as a cluster would run it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(900)
class ContainerIT {

    private static final Path ROOT = Path.of(System.getProperty("shikaku.root"));
    private static final String SERVICE = "inquiry";
    private static final String IMAGE = Podman.IMAGES + "/inquiry-service:local";
    private static final String CONTAINER = "shikaku-image-test";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private Podman podman;
    private int port;
    private int adminPort;

    @BeforeAll
    void run() throws IOException {
        podman = Podman.orSkip();
        podman.build(SERVICE);
        Map<String, String> config = environment.start();
        port = Ports.free();
        adminPort = Ports.free();
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--name", CONTAINER, "--replace"));
        // As the manifests have it.
        command.addAll(List.of("--read-only", "--cap-drop", "all", "--security-opt", "no-new-privileges"));
        command.addAll(
                List.of("--tmpfs", "/tmp:rw,mode=1777,size=64m", "--volume", identity() + ":/etc/shikaku/identity:ro"));
        config.forEach((key, value) -> variable(command, key, value));
        variable(command, "quarkus.http.port", Integer.toString(port));
        variable(command, "quarkus.management.port", Integer.toString(adminPort));
        variable(command, "mp.jwt.verify.publickey.location", "/etc/shikaku/identity/public-key.pem");
        variable(command, "shikaku.service-token-file", "/etc/shikaku/identity/token");
        command.add(IMAGE);
        podman.succeed(command.toArray(String[]::new));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> admin("/q/health/ready") == 200);
    }

    private static void variable(List<String> command, String key, String value) {
        command.addAll(List.of("--env", key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "=" + value));
    }

    /** The key by which tokens are checked, for who is not root. */
    private static Path identity() throws IOException {
        Path folder =
                Files.createDirectories(Path.of("target", "identity-of-image").toAbsolutePath());
        Files.write(folder.resolve("public-key.pem"), Files.readAllBytes(Tokens.publicKey()));
        Files.writeString(folder.resolve("token"), "none");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String file : List.of("public-key.pem", "token")) {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
        }
        return folder;
    }

    @AfterAll
    void remove() throws IOException {
        if (podman != null) {
            podman.podman("rm", "--force", CONTAINER);
        }
        environment.stop();
    }

    private int admin(String path) {
        return given().port(adminPort).get(path).statusCode();
    }

    @Test
    void itIsReadyAndServesFromOutside() {
        assertThat(admin("/q/health/live")).isEqualTo(200);
        assertThat(given().port(port).get("/ja/hotline").statusCode()).isEqualTo(200);
        assertThat(given().port(port).get("/faq/pin-locked").statusCode()).isEqualTo(200);
    }

    /** Read from the kernel, not from what the image promises. */
    @Test
    void itRunsAsNobodyInParticularWithoutRights() throws IOException {
        String pid = podman.succeed("inspect", "--format", "{{.State.Pid}}", CONTAINER);
        Map<String, String> status = Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip()));
        assertThat(status.get("CapEff")).matches("0+");
        assertThat(status.get("NoNewPrivs")).isEqualTo("1");
        assertThat(Stream.of(status.get("Uid").split("\\s+")).distinct()).doesNotContain("0");
        assertThat(Files.readAllLines(Path.of("/proc", pid, "mounts")))
                .filteredOn(mount -> mount.split(" ")[1].equals("/"))
                .singleElement()
                .satisfies(mount ->
                        assertThat(Set.of(mount.split(" ")[3].split(","))).contains("ro"));
    }

    @Test
    void thereIsNoShellInIt() throws IOException {
        for (String shell : List.of("/bin/sh", "/bin/bash", "/busybox/sh", "/usr/bin/env")) {
            Podman.Outcome refused = podman.podman("exec", CONTAINER, shell, "-c", "true");
            assertThat(refused.code()).as(shell).isNotZero();
            assertThat(refused.output()).contains("no such file");
        }
    }

    @Test
    void itSaysWhatItIsAndOfWhatItIsMade() throws IOException {
        JsonNode labels = JSON.readTree(podman.succeed("inspect", "--format", "{{json .Config.Labels}}", IMAGE));
        assertThat(labels.path("org.opencontainers.image.title").asText()).isEqualTo("inquiry-service");
        assertThat(labels.path("org.opencontainers.image.revision").asText()).isEqualTo(git("rev-parse", "HEAD"));
        assertThat(labels.path("org.opencontainers.image.licenses").asText()).isEqualTo("Apache-2.0");

        Path packed = Path.of("target", "packed.cdx.json").toAbsolutePath();
        podman.succeed("cp", CONTAINER + ":/usr/share/sbom/service.cdx.json", packed.toString());
        assertThat(JSON.readTree(packed.toFile()).path("components"))
                .isEqualTo(JSON.readTree(sbom().toFile()).path("components"))
                .isNotEmpty();
    }

    /** Every library that is shipped is listed, with its version. */
    @Test
    void theListOfPartsIsWhole() throws IOException {
        Podman.skipUnless(Podman.form().equals("jvm"), "a program holds its libraries no longer one by one");
        JsonNode sbom = JSON.readTree(sbom().toFile());
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> parts = Stream.of(sbom.path("components"))
                .flatMap(components -> components.findValues("purl").stream())
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        Path libraries = ROOT.resolve("inquiry-service/target/quarkus-app/lib/main");
        try (Stream<Path> jars = Files.list(libraries)) {
            List<String> names = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> !name.startsWith("jp.shikaku."))
                    .toList();
            assertThat(names).hasSizeGreaterThan(100);
            assertThat(names).allSatisfy(name -> assertThat(parts).as(name).anyMatch(part -> isOf(part, name)));
        }
    }

    /** {@code pkg:maven/org.group/artifact@1.0?type=jar} is {@code org.group.artifact-1.0.jar}. */
    private static boolean isOf(String part, String jar) {
        String[] named =
                part.replaceFirst("^pkg:maven/", "").replaceFirst("\\?.*", "").split("[/@]");
        return named.length == 3 && jar.startsWith(named[0] + "." + named[1] + "-" + named[2]);
    }

    @Test
    void theSameCommitGivesTheSameImage() throws IOException {
        String first = podman.succeed("inspect", "--format", "{{.Id}}", IMAGE);
        podman.build(SERVICE);
        assertThat(podman.succeed("inspect", "--format", "{{.Id}}", IMAGE)).isEqualTo(first);
    }

    private static Path sbom() {
        return ROOT.resolve("inquiry-service/target/sbom.cdx.json");
    }

    private static String git(String... arguments) throws IOException {
        String[] command = Stream.concat(Stream.of("git", "-C", ROOT.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return Podman.run(Map.of(), command).output().strip();
    }
}
