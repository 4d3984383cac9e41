package jp.shikaku.registration.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The other end of the linkage: a real HTTP server that writes down what arrives, and answers as it is told. */
public class EligibilityStandIn implements QuarkusTestResourceLifecycleManager {

    /** One request that arrived, as far as a test asks. */
    public record Arrival(String method, String enrolmentId, int version, String body, String authorization) {}

    /** @param code of the problem in the body; {@code null} for an answer without one */
    public record Answer(int status, String code) {}

    public static final Answer APPLIED = new Answer(204, null);

    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<Arrival, Answer> behaviour = arrival -> APPLIED;
    private HttpServer server;
    private InetSocketAddress address;

    @Override
    public Map<String, String> start() {
        open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
        return Map.of(
                "shikaku.eligibility-url", "http://127.0.0.1:" + address.getPort(),
                // A crash is waited for in a test; in life it is rare.
                "shikaku.linkage.lease", "PT1S",
                "shikaku.linkage.longest-back-off", "PT0.5S",
                "quarkus.rest-client.eligibility.read-timeout", "700");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(EligibilityStandIn.class));
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** From now on every request is answered like this. */
    public void answer(Function<Arrival, Answer> with) {
        behaviour = with;
    }

    /** As if the machine were gone. */
    public void goAway() {
        server.stop(0);
    }

    public void comeBack() {
        open(address);
    }

    /** Back to taking everything; what arrived is forgotten. */
    public void reset() {
        behaviour = arrival -> APPLIED;
        arrivals.clear();
    }

    /** What arrived for one enrolment, in the order of arrival. */
    public List<Arrival> arrivals(String enrolmentId) {
        return arrivals.stream()
                .filter(arrival -> arrival.enrolmentId().equals(enrolmentId))
                .toList();
    }

    private void open(InetSocketAddress at) {
        try {
            server = HttpServer.create(at, 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/coverages/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Arrival arrival = new Arrival(
                    exchange.getRequestMethod(),
                    path[2],
                    Integer.parseInt(path[4]),
                    body,
                    exchange.getRequestHeaders().getFirst("Authorization"));
            arrivals.add(arrival);
            write(exchange, behaviour.apply(arrival));
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.code() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] body = "{\"code\":\"%s\"}".formatted(answer.code()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
