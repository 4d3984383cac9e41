package jp.shikaku.local.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jp.shikaku.local.problem.LocalException;

/** Asks the admin port of a service whether it can do its work. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final int LINES_SHOWN = 20;
    private static final String READY = "200";

    private final Layout layout;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    Readiness(Layout layout) {
        this.layout = layout;
    }

    boolean isReady(Service service) {
        return answer(service).equals(READY);
    }

    /** The status code, or why there was none. */
    private String answer(Service service) {
        try {
            return Integer.toString(
                    http.send(request(service), BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private HttpRequest request(Service service) {
        return HttpRequest.newBuilder(URI.create(layout.adminAddress(service) + "/q/health/ready"))
                .timeout(ANSWER_WITHIN)
                .build();
    }

    /**
     * Waits until {@code service}, just started as {@code process}, is ready.
     *
     * @throws LocalException with the end of its log when it ends instead, or does not get ready in two minutes
     */
    void await(Service service, Process process) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(service)) {
            // Pauses between two questions, and wakes at once when there is nobody left to ask.
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(service, "ended while starting (exit code " + process.exitValue() + ")");
            }
            if (System.nanoTime() > deadline) {
                var question = request(service).uri();
                throw failed(
                        service,
                        "was not ready within " + PATIENCE.toSeconds() + " s; " + question + " answers "
                                + answer(service));
            }
        }
    }

    private LocalException failed(Service service, String what) throws IOException {
        var log = layout.log(service);
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        var end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new LocalException(
                "The " + service.label() + " service " + what + ". Its last lines:\n"
                        + end.indent(4).stripTrailing(),
                "The whole log: " + log + ". To start with empty databases: deploy/shikaku down --purge, then up.");
    }
}
