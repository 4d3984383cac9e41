package jp.shikaku.registration.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.linkage.CoverageVersion;

/** One attempt to hand one version over, and what follows from the answer. */
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EligibilityClient eligibility;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final BackOff backOff;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    Delivery(@RestClient EligibilityClient eligibility, Outbox outbox, ObjectMapper json, LinkageConfig config) {
        this.eligibility = eligibility;
        this.outbox = outbox;
        this.json = json;
        this.backOff = new BackOff(config.firstBackOff(), config.longestBackOff());
    }

    /** Fails only when the outcome could not be written down. */
    Uni<Void> attempt(OutboxItem item) {
        return Uni.createFrom()
                .deferred(() -> eligibility.apply(item.enrolmentId(), item.coverageVersion(), write(item.coverage())))
                .map(Delivery::read)
                .onFailure()
                .recoverWithItem(failure ->
                        new Reply(DeliveryOutcome.LATER, failure.getClass().getSimpleName()))
                .flatMap(reply -> switch (reply.outcome()) {
                    case DELIVERED -> delivered(item);
                    case LATER -> later(item, reply.reason());
                    case REFUSED -> dead(item, reply.reason());
                });
    }

    private String write(CoverageVersion coverage) {
        try {
            return json.writeValueAsString(coverage);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a coverage can be written as JSON");
        }
    }

    private record Reply(DeliveryOutcome outcome, String reason) {}

    private static Reply read(RestResponse<?> answer) {
        int status = answer.getStatus();
        String code = status < 300 ? "" : problemCode(answer);
        return new Reply(DeliveryOutcome.of(status, code), (status + " " + code).strip());
    }

    private Uni<Void> delivered(OutboxItem item) {
        if (interrupted.compareAndSet(true, false)) {
            LOG.info("linkage goes on");
        }
        return outbox.delivered(item);
    }

    /** Said once an outage, not once a version. */
    private Uni<Void> later(OutboxItem item, String reason) {
        if (interrupted.compareAndSet(false, true)) {
            LOG.warnf("linkage is interrupted (%s); what is cleared waits in the outbox", reason);
        }
        return outbox.later(item, backOff.after(item.attempts()));
    }

    private Uni<Void> dead(OutboxItem item, String refusal) {
        LOG.errorf("eligibility refuses version %s for good: %s", item, refusal);
        return outbox.dead(item, refusal);
    }

    /** The stable code and nothing else of the body: what a sister quotes is not for our log. */
    static String problemCode(RestResponse<?> refusal) {
        // The body is in memory already, as a stream that nobody has read.
        if (!(refusal.getEntity() instanceof InputStream body)) {
            return "";
        }
        try {
            String code = JSON.readTree(body).path("code").asText("");
            return code.matches("[a-z0-9-]{1,64}") ? code : "";
        } catch (IOException e) {
            return ""; // not JSON: somebody between us and eligibility answered
        }
    }
}
