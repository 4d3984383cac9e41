package jp.shikaku.registration.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.Overlap;
import jp.shikaku.contracts.overlap.OverlapClosureOutcome;
import jp.shikaku.contracts.overlap.OverlapClosuresAnswer;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.overlap.ClosableCoverages.End;
import jp.shikaku.registration.overlap.OverlapStore.Closed;

/** Where an insurer works off its overlaps: objects, or closes what the rule lets it close. Nothing closes by itself. */
@ApplicationScoped
class OverlapDesk {

    private final Pool pool;
    private final OverlapStore store;
    private final ClosableCoverages coverages;
    private final Submissions submissions;
    private final Linkage linkage;
    private final Clock clock;

    OverlapDesk(
            Pool pool,
            OverlapStore store,
            ClosableCoverages coverages,
            Submissions submissions,
            Linkage linkage,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.coverages = coverages;
        this.submissions = submissions;
        this.linkage = linkage;
        this.clock = clock;
    }

    /** @param own the insurer that asks; {@code null} when it is the operator */
    Uni<Page<Overlap>> list(InsurerNumber own, OverlapFilter filter, PageRequest page) {
        LocalDate today = today();
        return store.list(pool, filter, page)
                .map(found -> page.toPage(
                        found.stream()
                                .map(overlap -> own == null
                                        ? OverlapWire.toOperator(overlap, today)
                                        : OverlapWire.toInsurer(overlap, today))
                                .toList(),
                        overlap -> overlap.id().toString()));
    }

    Uni<Overlap> get(InsurerNumber insurer, UUID id) {
        return store.find(pool, insurer, List.of(id))
                .map(OverlapDesk::only)
                .map(overlap -> OverlapWire.toInsurer(overlap, today()));
    }

    Uni<Overlap> object(InsurerNumber insurer, UUID id, String by, String reason) {
        return change(insurer, id, transaction -> store.object(transaction, id, now(), by, reason));
    }

    Uni<Overlap> withdrawObjection(InsurerNumber insurer, UUID id, String by) {
        return change(insurer, id, transaction -> store.withdrawObjection(transaction, id, now(), by));
    }

    private Uni<Overlap> change(InsurerNumber insurer, UUID id, Function<SqlConnection, Uni<Void>> write) {
        return pool.withTransaction(transaction -> store.lock(transaction, insurer, List.of(id))
                .flatMap(locked -> store.find(transaction, insurer, List.of(id)))
                .invoke(found -> {
                    if (only(found).closing() != null) {
                        throw ProblemType.OVERLAP_CLOSED.exception();
                    }
                })
                .flatMap(found -> write.apply(transaction))
                .flatMap(written -> store.find(transaction, insurer, List.of(id)))
                .map(found -> OverlapWire.toInsurer(only(found), today())));
    }

    /** What is closed already is told as it is. */
    Uni<Overlap> close(InsurerNumber insurer, UUID id, String by) {
        return closed(insurer, List.of(id), transaction -> carryOut(transaction, insurer, List.of(id), by))
                .map(OverlapDesk::only)
                .map(overlap -> {
                    if (overlap.closing() == null) {
                        throw ProblemType.OVERLAP_NOT_CLOSABLE.exception();
                    }
                    return OverlapWire.toInsurer(overlap, today());
                });
    }

    /** Each is closed or not, whatever becomes of the others. */
    Uni<OverlapClosuresAnswer> closeMany(InsurerNumber insurer, IdempotencyKey key, List<UUID> ids, String by) {
        LocalDate today = today();
        Submission submission = new Submission("insurer:" + insurer.value(), key, "close-overlaps", ids);
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        return closed(insurer, ids, transaction -> submissions
                        .once(transaction, submission, newId, () -> carryOut(transaction, insurer, ids, by))
                        .replaceWithVoid())
                .map(found -> {
                    Map<UUID, StoredOverlap> byId =
                            found.stream().collect(Collectors.toMap(StoredOverlap::id, it -> it));
                    return new OverlapClosuresAnswer(ids.stream()
                            .map(id -> Optional.ofNullable(byId.get(id))
                                    .map(overlap -> new OverlapClosureOutcome(
                                            id, overlap.closing() != null, OverlapWire.obstacles(overlap, today)))
                                    .orElseGet(() -> new OverlapClosureOutcome(id, false, List.of())))
                            .toList());
                });
    }

    /** All of {@code ids} that there are, as they stand afterwards. */
    private Uni<List<StoredOverlap>> closed(
            InsurerNumber insurer, List<UUID> ids, Function<SqlConnection, Uni<Void>> write) {
        return pool.withTransaction(
                        transaction -> write.apply(transaction).flatMap(done -> store.find(transaction, insurer, ids)))
                .invoke(linkage::sendNow);
    }

    private Uni<Void> carryOut(SqlConnection transaction, InsurerNumber insurer, List<UUID> ids, String by) {
        return store.lock(transaction, insurer, ids)
                .flatMap(locked -> store.find(transaction, insurer, ids))
                .flatMap(found -> end(transaction, insurer, found, by));
    }

    /** A coverage that overlaps with two others ends once; the other overlap is over with the next list. */
    private Uni<Void> end(SqlConnection transaction, InsurerNumber insurer, List<StoredOverlap> found, String by) {
        LocalDate today = today();
        Map<UUID, Ending> endings = new LinkedHashMap<>();
        found.forEach(overlap -> overlap.end(today)
                .ifPresent(end -> endings.merge(overlap.enrolmentId(), new Ending(overlap, end), Ending::earlier)));
        Collection<End> ends = endings.values().stream().map(Ending::end).toList();
        if (ends.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return coverages.end(transaction, insurer, by, ends).flatMap(versions -> {
            List<Closed> closed = endings.values().stream()
                    .filter(ending -> versions.containsKey(ending.end().enrolmentId()))
                    .map(ending -> new Closed(
                            ending.overlap(), versions.get(ending.end().enrolmentId())))
                    .toList();
            return store.close(transaction, closed, now(), by);
        });
    }

    private record Ending(StoredOverlap overlap, End end) {

        private Ending earlier(Ending other) {
            return other.end.lost().isBefore(end.lost()) ? other : this;
        }
    }

    private static StoredOverlap only(List<StoredOverlap> found) {
        return found.stream().findFirst().orElseThrow(ProblemType.OVERLAP_NOT_FOUND::exception);
    }

    private LocalDate today() {
        return JapanTime.today(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
