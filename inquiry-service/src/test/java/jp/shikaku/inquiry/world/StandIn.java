package jp.shikaku.inquiry.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A real HTTP server in the place of a sister: writes down what arrives, and answers as it is told. */
public final class StandIn {

    /** One request that arrived. */
    public record Arrival(String method, URI uri, Headers headers) {

        /** The one value of a header; {@code null} when it was not sent. */
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public record Answer(int status, String body) {}

    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<Arrival, Answer> script = arrival -> new Answer(500, "{}");
    private HttpServer server;
    private InetSocketAddress address;

    StandIn() {
        open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
    }

    String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    /** From now on every request is answered like this. */
    public void answers(Function<Arrival, Answer> with) {
        script = with;
    }

    /** From now on every request is answered with this. */
    public void answers(int status, String body) {
        answers(arrival -> new Answer(status, body));
    }

    /** What has arrived since {@link #forget}. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    public void forget() {
        arrivals.clear();
    }

    /** As if the machine were gone. */
    public void goAway() {
        server.stop(0);
    }

    public void comeBack() {
        open(address);
    }

    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void open(InetSocketAddress at) {
        try {
            server = HttpServer.create(at, 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Arrival arrival =
                    new Arrival(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
            arrivals.add(arrival);
            Answer answer = script.apply(arrival);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            // A connection is not used again: whether the other end still holds it open would be a race.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
