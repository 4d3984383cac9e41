package jp.shikaku.registration.hold;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldOutcome;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.linkage.Linkage;

/** Where an insurer sees what is in doubt, and decides. */
@ApplicationScoped
class HoldDesk {

    private final Pool pool;
    private final HoldStore store;
    private final Decisions decisions;
    private final Linkage linkage;
    private final Clock clock;

    HoldDesk(Pool pool, HoldStore store, Decisions decisions, Linkage linkage, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.decisions = decisions;
        this.linkage = linkage;
        this.clock = clock;
    }

    Uni<Optional<Hold>> find(InsurerNumber insurer, UUID id) {
        return store.find(pool, insurer, id, JapanTime.today(clock));
    }

    Uni<Page<Hold>> list(InsurerNumber insurer, HoldFilter filter, PageRequest page) {
        return store.list(pool, insurer, filter, page, JapanTime.today(clock))
                .map(found -> page.toPage(found, hold -> hold.id().toString()));
    }

    /**
     * Of two decisions at once the first counts; the other is told that it came late.
     *
     * @param decidedBy the person who decides
     */
    Uni<Hold> decide(InsurerNumber insurer, UUID id, Decision decision, String decidedBy) {
        return pool.withTransaction(transaction -> decisions
                        .carryOut(transaction, insurer, new Deciding(decidedBy, null), Map.of(id, decision))
                        .invoke(outcomes -> refuseUnlessDecided(outcomes.get(id)))
                        .flatMap(decided -> store.find(transaction, insurer, id, JapanTime.today(clock)))
                        .map(Optional::orElseThrow))
                .invoke(linkage::sendNow);
    }

    private static void refuseUnlessDecided(HoldOutcome outcome) {
        switch (outcome) {
            case DECIDED -> {}
            case ALREADY_DECIDED -> throw ProblemType.HOLD_ALREADY_DECIDED.exception();
            case NOT_FOUND -> throw ProblemType.HOLD_NOT_FOUND.exception();
            case FORBIDDEN -> throw ProblemType.FOUR_EYES_REQUIRED.exception();
        }
    }
}
