package jp.shikaku.kit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.RestAssured;

import jp.shikaku.local.launch.Form;
import jp.shikaku.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service as it is shipped, in a process of its own that can be killed and started again. The profiles {@code native}
 * and {@code aot} set in which form, by {@code shikaku.form}.
 */
public final class PackagedService implements AutoCloseable {

    private static final Path OWN_TARGET = Path.of("target").toAbsolutePath();
    private static final Form FORM = Form.named(System.getProperty("shikaku.form"));
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private static final String START_SOON = "-XX:TieredStopAtLevel=1";
    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private final Path target;
    private final Map<String, String> config;
    private final Path log;
    private final int port = Ports.free();
    private Process process;

    /** @param log where its output goes; all its runs follow each other there */
    public PackagedService(Map<String, String> config, Path log) {
        this(OWN_TARGET, config, log);
    }

    private PackagedService(Path target, Map<String, String> config, Path log) {
        this.target = target;
        this.config = new HashMap<>(config);
        this.log = log.toAbsolutePath();
        this.config.put("quarkus.http.host", "127.0.0.1");
        this.config.put("quarkus.http.port", Integer.toString(port));
        this.config.put("quarkus.management.host", "127.0.0.1");
        this.config.put("quarkus.management.port", Integer.toString(Ports.free()));
    }

    /**
     * A sister of this module's service, which was packaged before.
     *
     * @param module its name
     */
    public static PackagedService sister(String module, Map<String, String> config, Path log) {
        Path target =
                Path.of(System.getProperty("shikaku.root")).resolve(module).resolve("target");
        return new PackagedService(target, config, log);
    }

    /** Starts it and returns at once. */
    public void start() throws IOException {
        // What is being trained has no cache yet.
        Form form = isTrained() ? Form.JVM : FORM;
        run(form.command(
                program(),
                settings(),
                Stream.concat(SMALL.stream(), Stream.of(START_SOON)).toList()));
    }

    /**
     * Starts it and returns at once. When it has ended by itself there is a cache, for all its later starts, of what it
     * loaded, linked and found out about its work.
     */
    public void train() throws IOException {
        Files.deleteIfExists(Form.cache(program()));
        run(FORM.training(program(), settings(), SMALL));
    }

    /** Whether these tests are the work by which a cache is made. */
    public static boolean isTrained() {
        return Boolean.getBoolean("shikaku.training");
    }

    /** What {@link #train} leaves. */
    public static Path cache() {
        return Form.cache(program(OWN_TARGET));
    }

    private void run(List<String> command) throws IOException {
        Files.createDirectories(log.getParent());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private List<String> settings() {
        return config.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Path program() {
        return program(target);
    }

    private static Path program(Path target) {
        Path program = FORM.program(target);
        assertThat(program).as("the service as %s; mvn package makes it", FORM).exists();
        return program;
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
