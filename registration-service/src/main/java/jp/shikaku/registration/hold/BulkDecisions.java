package jp.shikaku.registration.hold;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.contracts.hold.HoldDecisionsAnswer;
import jp.shikaku.contracts.hold.HoldOutcome;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.linkage.Linkage;

/**
 * Decides on thousands of holds, some hundred in a transaction. What was decided stays decided when a later part fails:
 * repeated with its key, the submission goes on where it stopped, and tells the same of all.
 */
@ApplicationScoped
class BulkDecisions {

    /** Locks are held for some ten milliseconds, and a round trip is shared by many. */
    private static final int TOGETHER = 500;

    private final Pool pool;
    private final Decisions decisions;
    private final Submissions submissions;
    private final Linkage linkage;

    BulkDecisions(Pool pool, Decisions decisions, Submissions submissions, Linkage linkage) {
        this.pool = pool;
        this.decisions = decisions;
        this.submissions = submissions;
        this.linkage = linkage;
    }

    /** @param decidedBy the person who decides */
    Uni<HoldDecisionsAnswer> decide(InsurerNumber insurer, IdempotencyKey key, DecisionList list, String decidedBy) {
        Submission submission = new Submission("insurer:" + insurer.value(), key, "decide-holds", list.digest());
        return pool.withTransaction(transaction -> submissions.once(
                        transaction, submission, UuidCreator.getTimeOrderedEpoch(), () -> Uni.createFrom()
                                .voidItem()))
                .flatMap(id -> Multi.createFrom()
                        .iterable(list.parts(TOGETHER))
                        .onItem()
                        .transformToUniAndConcatenate(part -> decide(insurer, id, part, decidedBy))
                        .collect()
                        .in(HashMap<UUID, HoldOutcome>::new, Map::putAll)
                        .map(outcomes -> answer(id, list, outcomes)));
    }

    private Uni<Map<UUID, HoldOutcome>> decide(
            InsurerNumber insurer, UUID submission, Map<UUID, Decision> part, String decidedBy) {
        return pool.withTransaction(transaction ->
                        decisions.carryOut(transaction, insurer, new Deciding(decidedBy, submission), part))
                .invoke(linkage::sendNow);
    }

    private static HoldDecisionsAnswer answer(UUID id, DecisionList list, Map<UUID, HoldOutcome> outcomes) {
        List<HoldDecisionsAnswer.Item> items = list.byHold().keySet().stream()
                .map(hold -> new HoldDecisionsAnswer.Item(hold, outcomes.get(hold)))
                .toList();
        Map<HoldOutcome, Integer> counts = new EnumMap<>(HoldOutcome.class);
        for (HoldOutcome outcome : HoldOutcome.values()) {
            counts.put(outcome, 0);
        }
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return new HoldDecisionsAnswer(id, counts, items);
    }
}
