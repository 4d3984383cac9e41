package jp.shikaku.eligibility.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.confirmation.HotlineNow;

/**
 * Whether the hotline answers. Inquiry is asked in the background, never while somebody waits for an answer; what it said is
 * used as long as it holds, and nothing is said when it does not.
 */
@ApplicationScoped
public class Hotline {

    private static final Logger LOG = Logger.getLogger(Hotline.class);

    /** Services start together: inquiry may be there a little later. */
    private static final long AGAIN_MILLIS = 5_000;

    private final InquiryClient inquiry;
    private final HotlineConfig config;
    private final boolean askable;
    private final Clock clock;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final AtomicReference<LineStatus> known = new AtomicReference<>();
    private volatile long timer;
    private volatile boolean stopped;

    Hotline(
            @RestClient InquiryClient inquiry,
            HotlineConfig config,
            @ConfigProperty(name = "shikaku.inquiry-url") Optional<String> url,
            Clock clock,
            ObjectMapper json,
            Vertx vertx) {
        this.inquiry = inquiry;
        this.config = config;
        this.askable = url.isPresent();
        this.clock = clock;
        this.json = json;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (askable) {
            ask();
            timer = vertx.setPeriodic(config.refresh().toMillis(), tick -> ask());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Empty while that is not known. */
    public Optional<HotlineNow> now() {
        return Optional.ofNullable(known.get()).flatMap(status -> status.at(clock.instant()));
    }

    private void ask() {
        inquiry.now()
                .invoke(this::learn)
                .subscribe()
                .with(lines -> LOG.debug("whether the hotline answers is known anew"), failure -> {
                    LOG.debugf(
                            "whether the hotline answers is not known anew: %s",
                            failure.getClass().getName());
                    askSoonUnlessKnown();
                });
    }

    private void askSoonUnlessKnown() {
        if (known.get() == null && !stopped) {
            vertx.setTimer(AGAIN_MILLIS, again -> ask());
        }
    }

    private void learn(String lines) {
        try {
            for (JsonNode line : json.readTree(lines)) {
                if (line.path("line").path("id").asText().equals(config.line())) {
                    known.set(LineStatus.of(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
