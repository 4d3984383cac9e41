package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.linkage.CoverageVersion;

/** The way of cleared versions to eligibility. */
@ApplicationScoped
public class Linkage {

    private final OutboxSender sender;
    private final ObjectMapper json;
    private final Clock clock;

    Linkage(OutboxSender sender, ObjectMapper json, Clock clock) {
        this.sender = sender;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction that clears it: this version is going to be sent, whatever happens after the commit. */
    public Uni<Void> enqueue(UUID enrolmentId, int version, CoverageVersion coverage) {
        OutboxEntity row = new OutboxEntity(enrolmentId, version, write(coverage), clock.instant());
        return Panache.getSession().flatMap(session -> session.persist(row));
    }

    /** Right after the commit: what was enqueued is sent now and not at the next look into the outbox. */
    public void sendNow() {
        sender.wake();
    }

    private String write(CoverageVersion coverage) {
        try {
            return json.writeValueAsString(coverage);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a coverage can be written as JSON");
        }
    }
}
