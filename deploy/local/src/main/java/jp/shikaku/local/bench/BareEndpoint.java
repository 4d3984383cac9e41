package jp.shikaku.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.shikaku.local.launch.Form;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.problem.LocalException;

/** The bare endpoint of {@code deploy/bench/bare}, running for as long as it is measured. */
final class BareEndpoint implements AutoCloseable {

    private static final int TRIES = 300;
    private static final long PAUSE_MILLIS = 100;

    private final Process process;
    private final int port;

    private BareEndpoint(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * In the form in which the services run.
     *
     * @param probe a path that is answered once it is ready
     */
    static BareEndpoint start(Layout layout, int port, LocalPostgres postgres, String database, String probe)
            throws IOException, InterruptedException {
        Path program = layout.form().program(layout.checkout().resolve("deploy/bench/bare/target"));
        // A cache is of use to a start alone, and that one has none.
        Form form = layout.form() == Form.AOT ? Form.JVM : layout.form();
        var builder = new ProcessBuilder(form.command(program, List.of(), List.of("-Xmx256m", "-XX:+UseSerialGC")));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(database));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var endpoint = new BareEndpoint(builder.start(), port);
        endpoint.awaitReady(probe);
        return endpoint;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/bare";
    }

    private void awaitReady(String probe) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + probe)).build();
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet: it is asked again.
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        close();
        throw new LocalException("The bare endpoint does not come up.", "Is port " + port + " in use?");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
