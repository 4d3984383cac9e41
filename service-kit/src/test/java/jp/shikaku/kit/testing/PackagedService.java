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

import io.restassured.RestAssured;

import jp.shikaku.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service as it is shipped, in a process of its own that can be killed and started again. */
public final class PackagedService implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

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
        assertThat(PROGRAM).as("the packaged service; mvn package makes it").exists();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        config.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", PROGRAM.toAbsolutePath().toString()));
        Files.createDirectories(log.getParent());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Waits until it answers, and sends what is asked from now on to it. */
    public void awaitReady() {
        RestAssured.port = Integer.parseInt(config.get("quarkus.management.port"));
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
