package jp.shikaku.eligibility.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A receiver of webhooks, as an institution would run one. */
public final class Receiver implements AutoCloseable {

    /** Let in by the tests' configuration although it is not public. */
    public static final String ALLOWED = "127.0.0.2";

    /** @param headers by name in lower case */
    public record Received(Map<String, String> headers, String body, long atNanos) {

        public String header(String name) {
            return headers.get(name);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicReference<IntUnaryOperator> status = new AtomicReference<>(turn -> 204);
    private final AtomicReference<String> location = new AtomicReference<>();

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public static Receiver at(String host) {
        return at(host, 0);
    }

    public static Receiver at(String host, int port) {
        try {
            return new Receiver(HttpServer.create(new InetSocketAddress(host, port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param byTurn the status of the first, second, … answer, counted from 1 */
    public Receiver answering(IntUnaryOperator byTurn) {
        status.set(byTurn);
        return this;
    }

    public Receiver redirectingTo(String url) {
        location.set(url);
        return answering(turn -> 307);
    }

    public List<Received> received() {
        return received;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + "/hooks?of=shikaku";
    }

    private void take(HttpExchange call) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        call.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(headers, body, System.nanoTime()));
        int answer = status.get().applyAsInt(received.size());
        if (location.get() != null) {
            call.getResponseHeaders().set("Location", location.get());
        }
        if (answer > 0) { // else no answer at all
            call.sendResponseHeaders(answer, -1);
            call.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
