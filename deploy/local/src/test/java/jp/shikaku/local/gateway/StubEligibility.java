package jp.shikaku.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands for the eligibility service: answers with what identifies the request, and remembers what it was asked. */
final class StubEligibility implements AutoCloseable {

    private static final Pattern FILE = Pattern.compile("<ArbitraryFileIdentifier>([^<]*)</ArbitraryFileIdentifier>");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, List<String>> keysByFile = new ConcurrentHashMap<>();
    private volatile int status = 200;
    private volatile int slowness;

    private StubEligibility(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/oqs/", this::answer);
        server.start();
    }

    static StubEligibility start() throws IOException {
        return new StubEligibility(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** A request about the file {@code name}. */
    static String request(String name) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><XmlMsg><MessageHeader><ArbitraryFileIdentifier>" + name
                + "</ArbitraryFileIdentifier></MessageHeader><MessageBody/></XmlMsg>\n";
    }

    /** The answer to it. */
    static String answer(String name) {
        return "<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader><MessageBody>" + name
                + "</MessageBody></XmlMsg>";
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on answers with {@code other}. */
    void status(int other) {
        status = other;
    }

    /** From now on takes up to {@code millis} for an answer. */
    void takes(int millis) {
        slowness = millis;
    }

    /** The idempotency keys with which the file {@code name} was asked about. */
    List<String> keysOf(String name) {
        return keysByFile.getOrDefault(name, List.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var file = FILE.matcher(request);
        String name = file.find() ? file.group(1) : "?";
        keysByFile
                .computeIfAbsent(name, it -> new CopyOnWriteArrayList<>())
                .add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        pause();
        byte[] answer = answer(name).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status == 200 ? "application/xml" : "text/plain");
        try {
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("whoever asked is gone", e);
        } finally {
            exchange.close();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    slowness == 0 ? 0 : ThreadLocalRandom.current().nextInt(slowness));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
