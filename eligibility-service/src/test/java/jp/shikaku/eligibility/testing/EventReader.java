package jp.shikaku.eligibility.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;

/** Listens to server-sent events, reading the stream line by line as the specification of the web says. */
public final class EventReader implements AutoCloseable {

    /** @param data JSON */
    public record Event(String id, String name, String data) {

        public JsonPath json() {
            return JsonPath.from(data);
        }
    }

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread reader;
    private volatile boolean ended;

    private EventReader(Stream<String> lines) {
        this.lines = lines;
        this.reader = new Thread(this::read, "event-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param lastEventId {@code null} for events from now on */
    public static EventReader open(URI address, String token, String lastEventId) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<Stream<String>> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
            return new EventReader(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public List<Event> events() {
        return events;
    }

    /** How often it was told that the stream is alive. */
    public int comments() {
        return comments.size();
    }

    public boolean ended() {
        return ended;
    }

    private void read() {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    if (fields.containsKey("data")) {
                        events.add(new Event(fields.get("id"), fields.get("event"), fields.get("data")));
                    }
                    fields.clear();
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else {
                    int colon = line.indexOf(':');
                    fields.merge(
                            line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
                }
            });
        } catch (RuntimeException closed) {
            ended = true; // by us, or by the service
        }
        ended = true;
    }

    @Override
    public void close() {
        lines.close();
        reader.interrupt();
    }
}
