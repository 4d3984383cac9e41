package jp.shikaku.registration.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.overlap.OverlapList;
import jp.shikaku.contracts.overlap.OverlapListState;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.pace.StockWalks;

/** The lists of overlaps, one after the other. */
@ApplicationScoped
class OverlapLists {

    private static final int LONGEST = 366;

    private final Pool pool;
    private final OverlapListStore store;
    private final StockWalks walks;
    private final Submissions submissions;
    private final OverlapConfig config;
    private final Clock clock;

    OverlapLists(
            Pool pool,
            OverlapListStore store,
            StockWalks walks,
            Submissions submissions,
            OverlapConfig config,
            Clock clock) {
        if (config.daysBetweenLists() < 0 || config.daysBetweenLists() > LONGEST) {
            throw new IllegalStateException("shikaku.overlap.days-between-lists is 0 to " + LONGEST);
        }
        this.pool = pool;
        this.store = store;
        this.walks = walks;
        this.submissions = submissions;
        this.config = config;
        this.clock = clock;
    }

    /** Begins the next list; its id. */
    Uni<UUID> compile(String operator, IdempotencyKey key) {
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        Submission submission = new Submission("operator:" + operator, key, "compile-overlap-list", "");
        return pool.withTransaction(transaction ->
                        submissions.once(transaction, submission, newId, () -> begin(transaction, newId, operator)))
                .invoke(walks::look);
    }

    private Uni<Void> begin(SqlConnection transaction, UUID id, String operator) {
        LocalDate today = JapanTime.today(clock);
        return store.latest(transaction)
                .flatMap(latest -> {
                    refuseTooEarly(latest, today);
                    int number = latest.map(OverlapList::number).orElse(0) + 1;
                    return store.start(transaction, id, number, today, operator);
                })
                .invoke(started -> {
                    if (!started) {
                        throw ProblemType.OVERLAP_LIST_UNDER_WAY.exception();
                    }
                })
                .replaceWithVoid();
    }

    private void refuseTooEarly(Optional<OverlapList> latest, LocalDate today) {
        latest.ifPresent(list -> {
            if (list.state() != OverlapListState.DONE) {
                throw ProblemType.OVERLAP_LIST_UNDER_WAY.exception();
            }
            if (list.issuedOn().plusDays(config.daysBetweenLists()).isAfter(today)) {
                throw ProblemType.OVERLAP_LIST_TOO_EARLY.exception();
            }
        });
    }

    Uni<Optional<OverlapList>> find(UUID id) {
        return store.find(id);
    }

    /** Pauses a list, lets it go on, or ends it. */
    Uni<Void> change(UUID id, OverlapListState next) {
        return store.change(id, next)
                .invoke(changed -> {
                    if (!changed) {
                        throw ProblemType.OVERLAP_LIST_OVER.exception();
                    }
                    walks.look();
                })
                .replaceWithVoid();
    }

    Uni<List<OverlapList>> list(PageRequest page) {
        return store.list(page);
    }
}
