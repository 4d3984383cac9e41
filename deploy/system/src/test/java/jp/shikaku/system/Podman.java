package jp.shikaku.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Podman with a store of images of its own, set up such that it also works inside a container: no network of its own, no
 * systemd. Tests that need it are skipped where it is not installed, and say so.
 */
final class Podman {

    static final String IMAGES = "localhost/shikaku";

    private static final Path ROOT = Path.of(System.getProperty("shikaku.root"));
    private static final boolean NATIVE = "native".equals(System.getProperty("shikaku.form"));
    private static final Path HOME = ROOT.resolve("target").resolve("podman");

    private static final String SETTINGS =
            """
            [containers]
            default_ulimits = ["nofile=20000:20000", "nproc=1000:1000"]
            netns = "host"
            [engine]
            cgroup_manager = "cgroupfs"
            events_logger = "file"
            """;

    private static final String STORE =
            """
            [storage]
            driver = "vfs"
            graphroot = "%s"
            runroot = "%s"
            """;

    /** What a program said, and how it ended. */
    record Outcome(int code, String output) {}

    private Podman() {}

    static Podman orSkip() throws IOException {
        skipUnless(isInstalled("podman"), "podman is not installed (apt-get install podman runc catatonit)");
        skipUnless(isInstalled("jlink"), "there is no jlink: no base image can be made of this machine's JDK");
        Files.createDirectories(HOME);
        String runtime = isInstalled("runc") ? "runtime = \"runc\"\n" : "";
        Files.writeString(HOME.resolve("containers.conf"), SETTINGS + runtime);
        Files.writeString(
                HOME.resolve("storage.conf"), STORE.formatted(HOME.resolve("images"), HOME.resolve("running")));
        Podman podman = new Podman();
        Outcome works = podman.podman("info");
        skipUnless(works.code() == 0, "podman does not work here: " + works.output());
        return podman;
    }

    static void skipUnless(boolean possible, String remedy) {
        if (!possible) {
            System.out.println("skipped: " + remedy);
        }
        Assumptions.assumeTrue(possible, remedy);
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The form that was packaged, as the scripts of deploy/container call it. */
    static String form() {
        return NATIVE ? "native" : "jvm";
    }

    /** Builds the images of {@code services}, and the base they stand on. */
    void build(String... services) throws IOException {
        String runtime = NATIVE ? "native" : "java";
        String base = IMAGES + "/base-" + runtime + ":local";
        if (podman("image", "exists", base).code() != 0) {
            succeed(run(Map.of(), script("base"), runtime, base));
        }
        List<String> command = new ArrayList<>(List.of(script("build"), form(), IMAGES, "local"));
        command.addAll(List.of(services));
        succeed(run(Map.of("BASE", base), command.toArray(String[]::new)));
    }

    String succeed(String... arguments) throws IOException {
        return succeed(podman(arguments));
    }

    Outcome podman(String... arguments) throws IOException {
        return run(
                Map.of(),
                Stream.concat(Stream.of("podman"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static String script(String name) {
        return ROOT.resolve("deploy").resolve("container").resolve(name).toString();
    }

    private static String succeed(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return outcome.output().strip();
    }

    /** Runs {@code command} here, with its output and what it complains of in one. */
    static Outcome run(Map<String, String> more, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("CONTAINERS_CONF", HOME.resolve("containers.conf").toString());
        builder.environment()
                .put("CONTAINERS_STORAGE_CONF", HOME.resolve("storage.conf").toString());
        // One layer of ours: nobody sends these anywhere.
        builder.environment().put("BUILDAH_LAYERS", "false");
        builder.environment().putAll(more);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
