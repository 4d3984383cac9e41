package jp.shikaku.eligibility.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** Finds the addresses behind names. Asking for a name takes a thread; these have a few of their own. */
@ApplicationScoped
class Receivers {

    private static final int THREADS = 4;

    /** The name does not lead to an address that may be sent to, or not only to such, or to none at all. */
    static final class NotPublicException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** What a name leads to, now. */
    interface Lookup {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final WebhookConfig config;
    private final AddressRule rule;
    private final Lookup lookup;
    private final WorkerExecutor threads;

    Receivers(WebhookConfig config, Lookup lookup, Vertx vertx) {
        this.config = config;
        this.lookup = lookup;
        this.rule = new AddressRule(config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::of)
                .toList());
        this.threads = vertx.createSharedWorkerExecutor("webhook-names", THREADS);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.close();
    }

    /**
     * The address to connect to, and to no other: a name that leads somewhere else a moment later changes nothing.
     *
     * @return fails with {@link NotPublicException} unless every address of the name may be sent to
     */
    Uni<InetAddress> find(String host) {
        return Uni.createFrom()
                .completionStage(() ->
                        threads.executeBlocking(() -> allowed(host), false).toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    private InetAddress allowed(String host) {
        try {
            InetAddress[] found = lookup.addresses(host);
            for (InetAddress address : found) {
                if (!rule.allows(address)) {
                    throw new NotPublicException();
                }
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new NotPublicException();
        }
    }
}
