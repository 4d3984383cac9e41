package jp.shikaku.registration.idempotency;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.problem.ProblemType;

/** Sees to it that a submission that is repeated, even at the same moment, is carried out once. */
@ApplicationScoped
public class Submissions {

    /**
     * A second transaction with the same key waits here until the first has ended, and then sees its row. In one order, so
     * that two who send the same wait for each other and never in a circle.
     */
    private static final String CLAIM =
            """
            insert into submission (caller, idempotency_key, fingerprint, resource_id, received_at)
            select c.caller, c.key, c.fingerprint, c.resource_id, $5
            from unnest($1::text[], $2::text[], $3::bytea[], $4::uuid[]) with ordinality
                c (caller, key, fingerprint, resource_id, n)
            order by c.caller, c.key, c.n
            on conflict do nothing
            returning resource_id""";

    private static final String EARLIER =
            "select fingerprint, resource_id from submission where caller = $1 and idempotency_key = $2";

    /**
     * A submission that wants to be carried out.
     *
     * @param newId id of what it is going to create
     */
    public record Claim(Submission submission, UUID newId) {}

    private final RequestFingerprint fingerprint;
    private final Clock clock;

    Submissions(RequestFingerprint fingerprint, Clock clock) {
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /**
     * Runs {@code write} the first time, and never again. Both succeed or neither.
     *
     * @param transaction of the caller
     * @param newId id of what {@code write} is going to create
     * @return the id of what was created, now or before
     * @throws jp.shikaku.contracts.problem.ProblemException {@code idempotency-key-reused} when the key came with
     *     another body before
     */
    public Uni<UUID> once(SqlConnection transaction, Submission submission, UUID newId, Supplier<Uni<Void>> write) {
        return once(transaction, submission, newId, () -> write.get().replaceWith(newId), Uni.createFrom()::item);
    }

    /**
     * As {@link #once(SqlConnection, Submission, UUID, Supplier)}, and gives what {@code write} has created, or what
     * {@code read} finds by the id of what was created before.
     */
    public <T> Uni<T> once(
            SqlConnection transaction,
            Submission submission,
            UUID newId,
            Supplier<Uni<T>> write,
            Function<UUID, Uni<? extends T>> read) {
        return firstOf(transaction, List.of(new Claim(submission, newId)))
                .flatMap(first ->
                        first.isEmpty() ? earlier(transaction, submission).flatMap(read) : write.get());
    }

    /**
     * Which of {@code claims} never came before, here or in an earlier call: those the caller carries out, in the same
     * transaction. For the others there is {@link #earlier}.
     *
     * @return their new ids
     */
    public Uni<Set<UUID>> firstOf(SqlConnection transaction, List<Claim> claims) {
        return claim(
                transaction,
                claims.stream().map(claim -> claim.submission().caller()).toList(),
                claims.stream().map(claim -> claim.submission().key().value()).toList(),
                claims.stream().map(claim -> mark(claim.submission())).toList(),
                claims.stream().map(Claim::newId).toList());
    }

    /**
     * The id of what {@code submission} has created when it came before.
     *
     * @throws jp.shikaku.contracts.problem.ProblemException {@code idempotency-key-reused} when the key came with
     *     another body then
     */
    public Uni<UUID> earlier(SqlConnection transaction, Submission submission) {
        byte[] mark = mark(submission);
        return transaction
                .preparedQuery(EARLIER)
                .execute(Tuple.of(submission.caller(), submission.key().value()))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (!Arrays.equals(row.getBuffer("fingerprint").getBytes(), mark)) {
                        throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
                    }
                    return row.getUUID("resource_id");
                });
    }

    /**
     * Which of {@code requests} never came before from this caller, here or in an earlier call: what says the same is the
     * same. The caller of this method carries those out, in the same transaction.
     *
     * @param requests by the id of what each is going to create
     * @param caller as in {@link Submission}; what is claimed here has nothing to do with keys that a caller chose
     */
    public Uni<Set<UUID>> newOf(SqlConnection transaction, String caller, String operation, Map<UUID, ?> requests) {
        List<UUID> ids = new ArrayList<>(requests.keySet());
        List<byte[]> marks = ids.stream()
                .map(id -> fingerprint.of(operation, requests.get(id)))
                .toList();
        List<String> keys = marks.stream()
                .map(mark -> Base64.getUrlEncoder().withoutPadding().encodeToString(mark))
                .toList();
        return claim(transaction, Collections.nCopies(ids.size(), "contents of " + caller), keys, marks, ids);
    }

    private Uni<Set<UUID>> claim(
            SqlConnection transaction, List<String> callers, List<String> keys, List<byte[]> marks, List<UUID> ids) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(
                        callers.toArray(String[]::new),
                        keys.toArray(String[]::new),
                        marks.stream().map(Buffer::buffer).toArray(Buffer[]::new),
                        ids.toArray(UUID[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows ->
                        rows.stream().map(row -> row.getUUID("resource_id")).collect(Collectors.toSet()));
    }

    private byte[] mark(Submission submission) {
        return fingerprint.of(submission.operation(), submission.request());
    }
}
