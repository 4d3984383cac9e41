package jp.shikaku.registration.idempotency;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.problem.ProblemType;

/** Sees to it that a submission that is repeated, even at the same moment, is carried out once. */
@ApplicationScoped
public class Submissions {

    /** A second transaction with the same key waits here until the first has ended, and then sees its row. */
    private static final String CLAIM =
            """
            insert into submission (caller, idempotency_key, fingerprint, resource_id, received_at)
            values (:caller, :key, :fingerprint, :resource, :now)
            on conflict do nothing""";

    private static final String EARLIER =
            "select fingerprint, resource_id from submission where caller = :caller and idempotency_key = :key";

    private final RequestFingerprint fingerprint;
    private final Clock clock;

    Submissions(RequestFingerprint fingerprint, Clock clock) {
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /**
     * In the caller's transaction: runs {@code write} the first time, and never again. Both succeed or neither.
     *
     * @param newId id of what {@code write} is going to create
     * @return the id of what was created, now or before
     * @throws jp.shikaku.contracts.problem.ProblemException {@code idempotency-key-reused} when the key came with
     *     another body before
     */
    public Uni<UUID> once(Submission submission, UUID newId, Supplier<Uni<Void>> write) {
        byte[] mark = fingerprint.of(submission.operation(), submission.request());
        return claim(submission, newId, mark)
                .flatMap(isNew -> isNew ? write.get().replaceWith(newId) : earlier(submission, mark));
    }

    private Uni<Boolean> claim(Submission submission, UUID newId, byte[] mark) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM)
                        .setParameter("caller", submission.caller())
                        .setParameter("key", submission.key().value())
                        .setParameter("fingerprint", mark)
                        .setParameter("resource", newId)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private Uni<UUID> earlier(Submission submission, byte[] mark) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(EARLIER, Object[].class)
                        .setParameter("caller", submission.caller())
                        .setParameter("key", submission.key().value())
                        .getSingleResult())
                .map(row -> {
                    if (!Arrays.equals((byte[]) row[0], mark)) {
                        throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
                    }
                    return (UUID) row[1];
                });
    }
}
