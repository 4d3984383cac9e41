package jp.shikaku.registration.hold;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;
import jp.shikaku.registration.linkage.Linkage;

/** Where an insurer sees what is in doubt, and decides. */
@ApplicationScoped
class HoldDesk {

    private final Pool pool;
    private final HoldStore store;
    private final HeldRecords records;
    private final Linkage linkage;
    private final Clock clock;

    HoldDesk(Pool pool, HoldStore store, HeldRecords records, Linkage linkage, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.records = records;
        this.linkage = linkage;
        this.clock = clock;
    }

    Uni<Optional<Hold>> find(InsurerNumber insurer, UUID id) {
        return store.find(pool, insurer, id);
    }

    /** @param state {@code null} for holds in every state */
    Uni<Page<Hold>> list(InsurerNumber insurer, HoldState state, PageRequest page) {
        return store.list(pool, insurer, state, page)
                .map(found -> page.toPage(found, hold -> hold.id().toString()));
    }

    /**
     * Of two decisions at once the first counts; the other is told that it came late.
     *
     * @param decidedBy the person who decides
     */
    Uni<Hold> decide(InsurerNumber insurer, UUID id, Decision decision, String decidedBy) {
        return pool.withTransaction(transaction -> store.find(transaction, insurer, id)
                        .map(found -> found.orElseThrow(ProblemType.HOLD_NOT_FOUND::exception))
                        .call(hold -> records.lock(transaction, List.of(hold.enrolmentId())))
                        .call(hold -> store.decide(transaction, id, decision, decidedBy, clock.instant())
                                .invoke(wasOpen -> {
                                    if (!wasOpen) {
                                        throw ProblemType.HOLD_ALREADY_DECIDED.exception();
                                    }
                                }))
                        .call(hold -> follow(transaction, hold, decision))
                        .flatMap(hold -> store.find(transaction, insurer, id))
                        .map(Optional::orElseThrow))
                .invoke(linkage::sendNow);
    }

    private Uni<Void> follow(SqlConnection transaction, Hold hold, Decision decision) {
        return switch (decision.kind()) {
            case CONFIRM ->
                records.confirmed(transaction, List.of(new DoubtedVersion(hold.enrolmentId(), hold.version())));
            case WITHDRAW -> records.withdrawn(transaction, List.of(hold.enrolmentId()));
        };
    }
}
