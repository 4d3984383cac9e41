package jp.shikaku.registration.enrolment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.kit.database.GroupCommit;
import jp.shikaku.registration.enrolment.Comparison.Readable;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.idempotency.Submissions.Claim;
import jp.shikaku.registration.linkage.Announcement.Priority;
import jp.shikaku.registration.linkage.Linkage;

/**
 * Enters single records, of whichever insurers, that arrive while others are on their way: compared with the register by
 * one question, stored by one transaction. What is wrong with one is told to its sender alone.
 */
@ApplicationScoped
class EnrolmentEntry {

    /** A new record that could be read, with the submission that brought it. */
    record Entry(Claim claim, Readable readable) {}

    /** Two: whom a file or another record holds up by a lock does not hold up everybody. */
    private static final int GROUPS = 2;

    private static final int LARGEST = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Pool pool;
    private final VersionStore versions;
    private final Comparison comparison;
    private final Intake intake;
    private final Submissions submissions;
    private final Linkage linkage;
    private final GroupCommit<Entry, Uni<Version>> groups =
            new GroupCommit<>(GROUPS, LARGEST, PATIENCE, this::enterAll, EnrolmentEntry::mayBeOfOne);

    EnrolmentEntry(
            Pool pool,
            VersionStore versions,
            Comparison comparison,
            Intake intake,
            Submissions submissions,
            Linkage linkage) {
        this.pool = pool;
        this.versions = versions;
        this.comparison = comparison;
        this.intake = intake;
        this.submissions = submissions;
        this.linkage = linkage;
    }

    /** The version that was stored; when it came before, the latest of its enrolment. */
    Uni<Version> enter(Entry entry) {
        return groups.submit(entry).flatMap(version -> version);
    }

    /** A record that cannot be taken, and a statement that fails for what it says. An outage is everybody's. */
    private static boolean mayBeOfOne(Throwable failure) {
        return failure instanceof ProblemException
                || failure instanceof PgException refused
                        && refused.getSqlState() != null
                        && refused.getSqlState().matches("(2[123]|40).*");
    }

    private Uni<List<Uni<Version>>> enterAll(List<Entry> entries) {
        return comparison
                .arrivalsOrWaiting(entries.stream().map(Entry::readable).toList())
                .flatMap(arrivals -> pool.withTransaction(transaction -> submissions
                        .firstOf(transaction, entries.stream().map(Entry::claim).toList())
                        .flatMap(first -> take(transaction, first, arrivals))
                        .flatMap(taken -> answers(transaction, entries, taken))))
                .invoke(linkage::sendNow);
    }

    private Uni<Map<UUID, Version>> take(SqlConnection transaction, Set<UUID> first, List<Arrival> arrivals) {
        List<Arrival> fresh = arrivals.stream()
                .filter(arrival -> first.contains(arrival.target().id()))
                .toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return intake.take(transaction, new IntakeBatch(Priority.LIVE, fresh)).map(outcomes -> {
            Map<UUID, Version> taken = new HashMap<>();
            for (IntakeOutcome outcome : outcomes) {
                if (outcome instanceof IntakeOutcome.Refused refused) {
                    // Rolls back all of them, and with it the claim of this one; the others are then entered alone.
                    throw refused.reason().exception();
                }
                Version version = ((IntakeOutcome.Taken) outcome).version();
                taken.put(version.enrolmentId(), version);
            }
            return taken;
        });
    }

    /** One repeated submission after the other: there are few. */
    private Uni<List<Uni<Version>>> answers(SqlConnection transaction, List<Entry> entries, Map<UUID, Version> taken) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> Optional.ofNullable(
                                taken.get(entry.claim().newId()))
                        .map(version -> Uni.createFrom().item(Uni.createFrom().item(version)))
                        .orElseGet(() -> repeated(transaction, entry)))
                .collect()
                .in(ArrayList::new, List::add);
    }

    private Uni<Uni<Version>> repeated(SqlConnection transaction, Entry entry) {
        return submissions
                .earlier(transaction, entry.claim().submission())
                .flatMap(id ->
                        versions.latest(transaction, entry.readable().origin().insurer(), id))
                .map(found -> Uni.createFrom().item(found.orElseThrow()))
                .onFailure(ProblemException.class)
                .recoverWithItem(refusal -> Uni.createFrom().failure(refusal));
    }
}
