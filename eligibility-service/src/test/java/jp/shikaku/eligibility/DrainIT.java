package jp.shikaku.eligibility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.kit.testing.PackagedService;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas answer desks that keep their connections; one is told to go. Whoever sends here learns from readiness, as
 * an orchestrator does, and a little late.
 */
@Timeout(300)
class DrainIT {

    private static final int DESKS = 4;
    private static final int CARDS = 50;
    private static final Duration PROBED_EVERY = Duration.ofMillis(300);
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a replica says that could not find out in time, on a machine that is busy; one that is gone says nothing. */
    private static final String UNDETERMINED = "\"code\":\"undetermined\"";

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Set<PackagedService> routed = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger answeredWhileLeaving = new AtomicInteger();
    private final List<Card> cards =
            IntStream.range(0, CARDS).mapToObj(i -> Card.fresh()).toList();

    private PackagedService leaves;
    private PackagedService stays;
    private volatile boolean open = true;
    private volatile boolean leaving;

    @BeforeEach
    void startTwo() throws Exception {
        Map<String, String> config = new HashMap<>(environment.start());
        config.put("quarkus.shutdown.delay", "PT3S");
        leaves = new PackagedService(config, Path.of("target", "drain", "leaves.log"));
        stays = new PackagedService(config, Path.of("target", "drain", "stays.log"));
        leaves.start();
        leaves.awaitReady();
        stays.start();
        stays.awaitReady();
        cards.forEach(Coverages::link);
        routed.addAll(List.of(leaves, stays));
    }

    @AfterEach
    void leaveNothingRunning() {
        open = false;
        people.shutdownNow();
        leaves.close();
        stays.close();
        environment.stop();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @Test
    void whoIsToldToGoFailsNobody() throws Exception {
        openDesks();
        leaves.live(BEFORE);
        leaving = true;
        leaves.terminate();
        assertThat(leaves.awaitEnd(LONGEST)).isIn(0, 143);
        stays.live(AFTER);
        closeDesks();

        assertThat(failures).isEmpty();
        assertThat(answeredWhileLeaving)
                .as("answers of the one that goes, after it was told to")
                .hasPositiveValue();
        assertThat(answered).hasValueGreaterThan(50);
    }

    /** The same desks notice one that just disappears: else the test above would say nothing. */
    @Test
    void whoIsKilledFailsSomebody() throws Exception {
        openDesks();
        leaves.live(BEFORE);
        leaves.kill();
        stays.live(AFTER);
        closeDesks();

        assertThat(failures).isNotEmpty();
    }

    private void openDesks() {
        people.submit(this::probeOnAndOn);
        IntStream.range(0, DESKS).forEach(desk -> people.submit(this::askOnAndOn));
    }

    private void closeDesks() throws InterruptedException {
        open = false;
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private void probeOnAndOn() {
        HttpClient http = HttpClient.newHttpClient();
        while (open) {
            for (PackagedService replica : List.of(leaves, stays)) {
                if (isReady(http, replica)) {
                    routed.add(replica);
                } else {
                    routed.remove(replica);
                }
            }
            LockSupport.parkNanos(PROBED_EVERY.toNanos());
        }
    }

    private static boolean isReady(HttpClient http, PackagedService replica) {
        try {
            URI ready = URI.create("http://127.0.0.1:" + replica.adminPort() + "/q/health/ready");
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (Exception e) {
            return false; // gone
        }
    }

    /** A client of its own, which keeps its connections. */
    private void askOnAndOn() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String token = Tokens.token(Role.INSTITUTION, Clinic.hana().code(), Duration.ofMinutes(10));
        while (open) {
            List<PackagedService> choice = List.copyOf(routed);
            if (!choice.isEmpty()) {
                ask(http, token, choice.get(ThreadLocalRandom.current().nextInt(choice.size())));
            }
        }
    }

    private void ask(HttpClient http, String token, PackagedService replica) {
        boolean toldBefore = leaving;
        try {
            Card card = cards.get(ThreadLocalRandom.current().nextInt(CARDS));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port() + "/confirmations"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(
                                    JSON.writeValueAsBytes(card.question().fields())))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                answered.incrementAndGet();
                if (toldBefore && replica == leaves) {
                    answeredWhileLeaving.incrementAndGet();
                }
            } else if (!answer.body().contains(UNDETERMINED)) {
                failures.add("status " + answer.statusCode());
            }
        } catch (Exception e) {
            failures.add(e.toString());
        }
    }
}
