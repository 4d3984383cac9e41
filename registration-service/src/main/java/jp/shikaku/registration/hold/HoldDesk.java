package jp.shikaku.registration.hold;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.linkage.Linkage;

/** Where an insurer sees what is in doubt, and decides. */
@ApplicationScoped
class HoldDesk {

    private final HoldRepository repository;
    private final HeldRecords records;
    private final Linkage linkage;
    private final Clock clock;

    HoldDesk(HoldRepository repository, HeldRecords records, Linkage linkage, Clock clock) {
        this.repository = repository;
        this.records = records;
        this.linkage = linkage;
        this.clock = clock;
    }

    Uni<Optional<Hold>> find(InsurerNumber insurer, UUID id) {
        return Panache.withSession(() -> repository.ofInsurer(insurer, id).map(found -> found.map(HoldEntity::wire)));
    }

    /** @param state {@code null} for holds in every state */
    Uni<Page<Hold>> list(InsurerNumber insurer, HoldState state, PageRequest page) {
        return Panache.withSession(() -> repository
                .ofInsurer(insurer, state, page)
                .map(found -> page.toPage(found.stream().map(HoldEntity::wire).toList(), hold -> hold.id()
                        .toString())));
    }

    /** Of two decisions at once the first counts; the other is told that it came late. */
    Uni<Hold> decide(InsurerNumber insurer, UUID id, Decision decision) {
        return Panache.withTransaction(() -> locked(insurer, id)
                        .invoke(hold -> hold.decide(decision, clock.instant()))
                        .call(hold -> follow(hold, decision))
                        .map(HoldEntity::wire))
                .invoke(linkage::sendNow);
    }

    /** The hold is read once its enrolment is locked: before, somebody else may be deciding on it. */
    private Uni<HoldEntity> locked(InsurerNumber insurer, UUID id) {
        return repository
                .enrolmentOf(insurer, id)
                .map(found -> found.orElseThrow(ProblemType.HOLD_NOT_FOUND::exception))
                .flatMap(records::lock)
                .flatMap(locked -> repository.findById(id))
                .invoke(hold -> {
                    if (!hold.isOpen()) {
                        throw ProblemType.HOLD_ALREADY_DECIDED.exception();
                    }
                });
    }

    private Uni<Void> follow(HoldEntity hold, Decision decision) {
        return switch (decision.kind()) {
            case CONFIRM -> records.confirmed(hold.enrolmentId, hold.version);
            case WITHDRAW -> records.withdrawn(hold.enrolmentId, hold.version);
        };
    }
}
