package jp.shikaku.registration.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A real HTTP server on this machine, which can go away and come back under its address. */
final class LoopbackServer {

    private final Map<String, HttpHandler> handlers;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private InetSocketAddress address;

    /** @param handlers by the path that they answer */
    LoopbackServer(Map<String, HttpHandler> handlers) {
        this.handlers = handlers;
    }

    /** Its address, without a path. */
    String start() {
        open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
        return "http://127.0.0.1:" + address.getPort();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** As if the machine were gone. */
    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        open(address);
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void open(InetSocketAddress at) {
        try {
            server = HttpServer.create(at, 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        handlers.forEach(server::createContext);
        server.start();
    }
}
