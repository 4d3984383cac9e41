package jp.shikaku.local.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import jp.shikaku.local.problem.LocalException;

/** Somebody who calls the services over HTTP with a token of its own: a clinic, an insurer, a hotline agent. */
public final class Party {

    /** Longer than any answer takes that is still of use. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final String token;

    public Party(HttpClient client, String token) {
        this.client = client;
        this.token = token;
    }

    public Answer get(URI address) {
        return send(request(address).GET().build());
    }

    /** Creates something; each call is a submission of its own. */
    public Answer post(URI address, JsonNode body) {
        return await(postAsync(address, body, UUID.randomUUID().toString()));
    }

    /** Creates something; a repeated {@code idempotencyKey} is the same submission. */
    public CompletableFuture<Answer> postAsync(URI address, JsonNode body, String idempotencyKey) {
        return sendAsync(json(request(address).header("Idempotency-Key", idempotencyKey))
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Sends a whole file, as it is read from the disk. */
    public Answer postFile(URI address, Path file, String mediaType, String idempotencyKey, Duration patience)
            throws FileNotFoundException {
        return send(request(address)
                .timeout(patience)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofFile(file))
                .build());
    }

    public Answer put(URI address, JsonNode body) {
        return send(json(request(address))
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Changes what has the {@code etag}, and only that. */
    public Answer put(URI address, JsonNode body, String etag) {
        return send(json(request(address).header("If-Match", etag))
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest request) {
        return await(sendAsync(request));
    }

    private CompletableFuture<Answer> sendAsync(HttpRequest request) {
        var begun = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> answer(response, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private static Answer answer(HttpResponse<String> response, Duration took) {
        return new Answer(
                response.statusCode(),
                read(response.body()),
                response.headers().firstValue("ETag").orElse(""),
                took);
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The answer, once it is there. */
    public static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException) {
                throw new LocalException(
                        "A service does not answer: " + e.getCause().getMessage() + ".",
                        "Look at deploy/shikaku status and deploy/shikaku logs.",
                        e);
            }
            throw e;
        }
    }
}
