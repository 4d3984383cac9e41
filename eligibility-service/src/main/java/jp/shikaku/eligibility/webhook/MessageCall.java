package jp.shikaku.eligibility.webhook;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

import jp.shikaku.eligibility.webhook.Delivery.Outcome;

/**
 * One attempt to hand a message over: to the address that was looked at, whatever the name leads to meanwhile, and to no
 * other that the receiver points to.
 */
@ApplicationScoped
class MessageCall {

    private static final int GONE = 410;
    private static final int MAX_ANSWER = 64 * 1024;
    private static final int IDLE_SECONDS = 30;

    private final Receivers receivers;
    private final SigningSecrets secrets;
    private final WebhookConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final HttpClient http;

    MessageCall(Receivers receivers, SigningSecrets secrets, WebhookConfig config, Clock clock, Vertx vertx) {
        this.receivers = receivers;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.timeout().toMillis()))
                .setMaxPoolSize(config.concurrency()) // nobody waits for a connection
                .setKeepAliveTimeout(IDLE_SECONDS));
    }

    void stop(@Observes ShutdownEvent event) {
        http.close();
    }

    /** Never fails. */
    Uni<Outcome> attempt(Delivery delivery) {
        return Uni.createFrom()
                .deferred(() -> send(delivery))
                .onFailure()
                .recoverWithItem(failure ->
                        new Outcome.Failed(reason(failure), failure instanceof Receivers.NotPublicException));
    }

    private Uni<Outcome> send(Delivery delivery) {
        WebhookUrl url = WebhookUrl.of(delivery.url(), config.plainHttp());
        return receivers
                .find(url.host())
                .flatMap(address -> Uni.createFrom()
                        .completionStage(() -> http.request(to(url, address)).toCompletionStage()))
                .flatMap(request -> Uni.createFrom()
                        .completionStage(() -> sign(request, delivery)
                                .send(Buffer.buffer(delivery.body()))
                                .toCompletionStage())
                        .ifNoItem()
                        .after(config.timeout())
                        .fail()
                        .onFailure()
                        .invoke(() -> request.reset()))
                .map(this::outcome);
    }

    private RequestOptions to(WebhookUrl url, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(url.secure())
                .setHost(url.host())
                .setPort(url.port())
                .setURI(url.path())
                .setFollowRedirects(false)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()));
    }

    /** Stamped and signed anew for every attempt: a message that was long on its way is not taken for a replayed one. */
    private HttpClientRequest sign(HttpClientRequest request, Delivery delivery) {
        Instant now = clock.instant();
        String id = delivery.id().toString();
        return request.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Shikaku-Webhook/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        delivery.secrets().stream()
                                .map(kept -> secrets.open(kept, delivery.webhook()))
                                .map(secret -> MessageSignature.of(secret, id, now.getEpochSecond(), delivery.body()))
                                .collect(Collectors.joining(" ")));
    }

    private Outcome outcome(HttpClientResponse answer) {
        discard(answer);
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        return status >= 300 && status < 400
                ? new Outcome.Failed("redirected", false)
                : new Outcome.Failed("http-" + status, status == GONE);
    }

    /** Nothing is wanted of the body; one that does not end, or not soon, is cut off. */
    private void discard(HttpClientResponse answer) {
        long patience = vertx.setTimer(
                config.timeout().toMillis(), tick -> answer.request().reset());
        long[] read = {0};
        answer.exceptionHandler(broken -> vertx.cancelTimer(patience));
        answer.endHandler(end -> vertx.cancelTimer(patience));
        answer.handler(piece -> {
            read[0] += piece.length();
            if (read[0] > MAX_ANSWER) {
                answer.request().reset();
            }
        });
    }

    private static String reason(Throwable failure) {
        if (failure instanceof Receivers.NotPublicException) {
            return "address-not-public";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "tls";
            }
            if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return "timeout";
            }
        }
        return "not-connected";
    }
}
