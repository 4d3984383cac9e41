package jp.shikaku.registration.hold;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;

/** Opens holds and ends them by correction, in the transaction of the enrolment. */
@ApplicationScoped
public class Holds {

    private final HoldRepository repository;
    private final Clock clock;

    Holds(HoldRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Opens a hold and gives its id. */
    public Uni<UUID> open(UUID enrolmentId, int version, InsurerNumber insurer, Findings findings) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        HoldEntity hold = new HoldEntity(id, enrolmentId, version, insurer, findings, clock.instant());
        return repository.persist(hold).replaceWith(id);
    }

    /** The insurer sent a corrected version: the doubt about {@code version} is over. */
    public Uni<Void> corrected(UUID enrolmentId, int version) {
        return repository
                .ofVersion(enrolmentId, version)
                .invoke(hold -> hold.end(HoldState.CORRECTED, clock.instant()))
                .replaceWithVoid();
    }
}
