package jp.shikaku.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The real program, killed with SIGKILL again and again while it answers. */
class GatewayKillTest {

    private static final int FILES = 60;
    private static final int ANSWERS_BETWEEN_KILLS = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How often each answer was found. */
    private final Map<String, Integer> found = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private Path requests;
    private Path answers;

    @Test
    void noRequestIsLostAndNoneAnsweredTwiceHoweverOftenItIsKilled() throws Exception {
        requests = Files.createDirectory(folder.resolve("req"));
        answers = Files.createDirectory(folder.resolve("res"));
        Files.writeString(folder.resolve("token"), "token");
        ScheduledExecutorService client = Executors.newSingleThreadScheduledExecutor();
        try (StubEligibility service = StubEligibility.start()) {
            service.takes(60);
            client.scheduleWithFixedDelay(this::takeAnswers, 0, 5, TimeUnit.MILLISECONDS);
            for (String name : names()) {
                drop(name);
            }
            int kills = 0;
            while (found.size() < FILES - ANSWERS_BETWEEN_KILLS) {
                int before = found.size();
                Process gateway = startGateway(service);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> found.size() >= before + ANSWERS_BETWEEN_KILLS);
                gateway.destroyForcibly().waitFor();
                kills++;
            }
            Process last = startGateway(service);
            await().atMost(PATIENCE).until(() -> found.size() == FILES);
            last.destroy();
            last.waitFor();

            assertThat(kills).isGreaterThan(3);
            takeAnswers();
            assertThat(found.values())
                    .as("found each answer once")
                    .containsOnly(1)
                    .hasSize(FILES);
            for (String name : names()) {
                assertThat(service.keysOf(name).stream().distinct()).as(name).hasSize(1);
            }
            assertThat(requests).isEmptyDirectory();
            assertThat(folder.resolve("oqs-gateway/claimed")).isEmptyDirectory();
            assertThat(folder.resolve("oqs-gateway/answered")).isEmptyDirectory();
        } finally {
            client.shutdownNow();
        }
    }

    private static List<String> names() {
        return IntStream.range(0, FILES)
                .mapToObj("OQSsiquc01req_20260401%04d.xml"::formatted)
                .toList();
    }

    /** As a careful client does it: written elsewhere, then moved. */
    private void drop(String name) throws IOException {
        Path written = Files.writeString(folder.resolve(name), StubEligibility.request(name));
        Files.move(written, requests.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void takeAnswers() {
        try (var files = Files.newDirectoryStream(answers, "*.xml")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                assertThat(Files.readString(file)).isEqualTo(StubEligibility.answer(name.replaceFirst("res", "req")));
                Files.delete(file);
                found.merge(name, 1, Integer::sum);
            }
        } catch (NoSuchFileException e) {
            // looked at again in a moment
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process startGateway(StubEligibility service) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "jp.shikaku.local.Main",
                        "oqs-gateway",
                        "--req",
                        requests.toString(),
                        "--res",
                        answers.toString(),
                        "--institution",
                        "1319999999",
                        "--server",
                        service.address().toString(),
                        "--token-file",
                        folder.resolve("token").toString(),
                        "--settle",
                        "PT0.01S")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gateway.log").toFile())
                .start();
    }
}
