package jp.shikaku.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jp.shikaku.contracts.oqs.OqsExchange;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.local.problem.LocalException;

/** Sends request documents to the eligibility service. */
final class OqsService {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Longer than writing the largest answer takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI server;
    private final Supplier<String> token;

    /** @param token asked for each time: it may have been renewed */
    OqsService(URI server, Supplier<String> token) {
        this.server = server;
        this.token = token;
    }

    /** What came of sending a document once. */
    sealed interface Reply {

        /** The answer is in the file it was to be written to. */
        record Answered() implements Reply {}

        /**
         * Sending it again may help.
         *
         * @param answered whether the file holds a document that says so
         */
        record Later(OqsFault fault, boolean answered) implements Reply {}

        /** Sending it again cannot help, and there is no document to say why. */
        record Refused(OqsFault fault) implements Reply {}
    }

    Reply send(OqsExchange exchange, Path document, String idempotencyKey, Path into) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/oqs/" + exchange.requestName()))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token.get())
                    .header("Content-Type", "application/xml")
                    .header("Idempotency-Key", idempotencyKey)
                    .POST(BodyPublishers.ofFile(document))
                    .build();
            HttpResponse<Optional<Path>> response = client.send(request, answerTo(into));
            return reply(response.statusCode(), response.body().isPresent());
        } catch (IOException e) {
            return new Reply.Later(OqsFault.UNDETERMINED, false);
        } catch (LocalException e) {
            return new Reply.Later(OqsFault.NOT_PERMITTED, false);
        }
    }

    private static Reply reply(int status, boolean answered) {
        return switch (status) {
            case OK -> answered ? new Reply.Answered() : new Reply.Later(OqsFault.INTERNAL, false);
            case 401, 403 -> new Reply.Later(OqsFault.NOT_PERMITTED, false);
            case 408, 425, 429, 502, UNAVAILABLE, 504 -> new Reply.Later(OqsFault.UNDETERMINED, answered);
            case 413 -> new Reply.Refused(OqsFault.TOO_LARGE);
            case 500 -> new Reply.Later(OqsFault.INTERNAL, false);
            default -> new Reply.Refused(OqsFault.INTERNAL);
        };
    }

    /** Only a document is worth keeping: an answer, or one that says that there is none. */
    private static BodyHandler<Optional<Path>> answerTo(Path file) {
        return head -> isDocument(head)
                ? BodySubscribers.mapping(
                        BodySubscribers.ofFile(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        Optional::of)
                : BodySubscribers.replacing(Optional.empty());
    }

    private static boolean isDocument(HttpResponse.ResponseInfo head) {
        boolean xml = head.headers().firstValue("Content-Type").orElse("").startsWith("application/xml");
        return xml && (head.statusCode() == OK || head.statusCode() == UNAVAILABLE);
    }
}
