package jp.shikaku.local.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;

/**
 * What the launcher asks of a service, and no more: it reads its environment, answers on both ports, and ends when told to.
 * Runs as a program of its own. A file {@code broken-NAME} in the data folder makes it end at once.
 */
final class StubService {

    private static final int OK = 200;

    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        var name = Path.of(System.getProperty("shikaku.instance")).getFileName();
        Files.write(Path.of("environment-" + name), System.getenv().keySet());
        if (Files.exists(Path.of("broken-" + name))) {
            System.err.println("the flux capacitor of " + name + " is missing");
            System.exit(7);
        }
        listen("QUARKUS_HTTP_PORT");
        listen("QUARKUS_MANAGEMENT_PORT");
    }

    private static void listen(String variable) throws IOException {
        var port = Integer.parseInt(System.getenv(variable));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(OK, -1);
            exchange.close();
        });
        server.start();
    }
}
