package jp.shikaku.kit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.RestAssured;

import jp.shikaku.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service as it is shipped, in a process of its own that can be killed and started again. Under the profile
 * {@code native}, which sets {@code shikaku.form}, that is the program of this machine, else the jar.
 */
public final class PackagedService implements AutoCloseable {

    private static final Path TARGET = Path.of("target");
    private static final Path JAR = TARGET.resolve("quarkus-app").resolve("quarkus-run.jar");
    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private final Map<String, String> config;
    private final Path log;
    private final int port = Ports.free();
    private Process process;

    /** @param log where its output goes; all its runs follow each other there */
    public PackagedService(Map<String, String> config, Path log) {
        this.config = new HashMap<>(config);
        this.log = log.toAbsolutePath();
        this.config.put("quarkus.http.host", "127.0.0.1");
        this.config.put("quarkus.http.port", Integer.toString(port));
        this.config.put("quarkus.management.host", "127.0.0.1");
        this.config.put("quarkus.management.port", Integer.toString(Ports.free()));
    }

    /** Starts it and returns at once. */
    public void start() throws IOException {
        List<String> settings = config.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
        List<String> command = isNative() ? program(settings) : virtualMachine(settings);
        Files.createDirectories(log.getParent());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Whether what runs is a program of this machine. */
    public static boolean isNative() {
        return "native".equals(System.getProperty("shikaku.form"));
    }

    private static List<String> virtualMachine(List<String> settings) {
        assertThat(JAR).as("the packaged service; mvn package makes it").exists();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        return command;
    }

    private static List<String> program(List<String> settings) throws IOException {
        try (Stream<Path> built = Files.list(TARGET)) {
            Path program = built.filter(file -> file.toString().endsWith("-runner"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no native program; mvn package -Pnative makes it"));
            List<String> command =
                    new ArrayList<>(List.of(program.toAbsolutePath().toString(), "-Xmx256m"));
            command.addAll(settings);
            return command;
        }
    }

    /** Waits until it answers, and sends what is asked from now on to it. */
    public void awaitReady() {
        RestAssured.port = adminPort();
        await().atMost(LONGEST_START).ignoreExceptions().until(() -> {
            assertThat(process.isAlive())
                    .as("it has ended while starting; see %s", log)
                    .isTrue();
            return RestAssured.get("/q/health/ready").statusCode() == 200;
        });
        RestAssured.port = port;
    }

    /** Lets it live for that long. */
    public void live(Duration time) throws InterruptedException {
        assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS))
                .as("it has ended by itself; see %s", log)
                .isFalse();
    }

    /** SIGTERM: it may finish what it has begun. Returns at once. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end, for that long at most, and tells its exit code. */
    public int awaitEnd(Duration longest) throws InterruptedException {
        assertThat(process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS))
                .as("it has ended within %s; see %s", longest, log)
                .isTrue();
        return process.exitValue();
    }

    /** The port of its interface, and that of health and metrics. */
    public int port() {
        return port;
    }

    public int adminPort() {
        return Integer.parseInt(config.get("quarkus.management.port"));
    }

    /** Resident memory, in bytes, as the machine counts it. */
    public long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
