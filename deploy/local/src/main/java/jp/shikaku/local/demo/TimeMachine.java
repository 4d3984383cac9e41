package jp.shikaku.local.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.problem.LocalException;

/** Sets the clocks of all three services back, so that six days can be played in a few seconds. */
final class TimeMachine implements AutoCloseable {

    private final HttpClient client;
    private final Endpoints endpoints;

    TimeMachine(HttpClient client, Endpoints endpoints) {
        this.client = client;
        this.endpoints = endpoints;
    }

    /** Makes it {@code days} days ago. */
    void daysAgo(int days) {
        for (Service service : Service.values()) {
            set(service, Duration.ofDays(-days));
        }
    }

    /** Back to the present. */
    @Override
    public void close() {
        daysAgo(0);
    }

    private void set(Service service, Duration offset) {
        HttpRequest request = HttpRequest.newBuilder(endpoints.clockOffset(service))
                .PUT(HttpRequest.BodyPublishers.ofString(offset.toString()))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw notMovable(service, null);
            }
        } catch (IOException e) {
            throw notMovable(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notMovable(service, e);
        }
    }

    private static LocalException notMovable(Service service, Exception cause) {
        return new LocalException(
                "The clock of " + service.label() + " cannot be moved.",
                "Start the system with deploy/shikaku up, which allows it.",
                cause);
    }
}
