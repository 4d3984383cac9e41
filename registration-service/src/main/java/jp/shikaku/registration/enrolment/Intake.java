package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.SystemCheck;
import jp.shikaku.registration.enrolment.IntakePlan.Placed;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.report.RegisteredReports;

/**
 * Takes records in: stores them, checks them, and holds them or sends them on their way. One record or a thousand, it is
 * the same way and the same number of statements. Works in the caller's transaction.
 */
@ApplicationScoped
class Intake {

    private final EnrolmentStore enrolments;
    private final VersionStore versions;
    private final SystemCheck systemCheck;
    private final Holds holds;
    private final Linkage linkage;
    private final NumberVault numbers;
    private final RegisteredReports reports;
    private final Clock clock;

    Intake(
            EnrolmentStore enrolments,
            VersionStore versions,
            SystemCheck systemCheck,
            Holds holds,
            Linkage linkage,
            NumberVault numbers,
            RegisteredReports reports,
            Clock clock) {
        this.enrolments = enrolments;
        this.versions = versions;
        this.systemCheck = systemCheck;
        this.holds = holds;
        this.linkage = linkage;
        this.numbers = numbers;
        this.reports = reports;
        this.clock = clock;
    }

    /** What became of each record, in their order. */
    Uni<List<IntakeOutcome>> take(SqlConnection transaction, IntakeBatch batch) {
        return neighbourhood(transaction, batch).flatMap(neighbourhood -> {
            List<UUID> ids = batch.arrivals().stream()
                    .map(arrival -> enrolmentId(arrival, neighbourhood))
                    .toList();
            return existing(transaction, batch, ids).flatMap(existing -> {
                List<Placed> placed = new ArrayList<>(ids.size());
                for (int i = 0; i < ids.size(); i++) {
                    placed.add(existing.place(batch.arrivals().get(i), ids.get(i)));
                }
                return write(transaction, batch, neighbourhood, placed);
            });
        });
    }

    /** Persons first, then cards, then enrolments: everybody locks in this order. */
    private Uni<Neighbourhood> neighbourhood(SqlConnection transaction, IntakeBatch batch) {
        Map<PersonKey, IndividualNumber> persons = batch.arrivals().stream()
                .collect(Collectors.toMap(
                        Arrival::person, arrival -> arrival.entered().individualNumber(), (one, same) -> one));
        Set<SubjectKey> cards = batch.arrivals().stream().map(Arrival::subject).collect(Collectors.toSet());
        Set<String> recordKeys = batch.arrivals().stream()
                .map(arrival -> arrival.entered().recordKey())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return numbers.keepAndLock(transaction, persons)
                .flatMap(kept -> enrolments.lockKeys(transaction, batch.insurer(), cards, recordKeys))
                .flatMap(locked ->
                        versions.neighbours(transaction, batch.insurer(), persons.keySet(), cards, recordKeys))
                .map(stored -> new Neighbourhood(batch.insurer(), stored));
    }

    private static UUID enrolmentId(Arrival arrival, Neighbourhood neighbourhood) {
        UUID named = arrival.target().id();
        return arrival.target() instanceof Target.Matching
                ? neighbourhood.match(arrival).map(Version::enrolmentId).orElse(named)
                : named;
    }

    private record Existing(Map<UUID, EnrolmentRow> rows, Map<UUID, List<Version>> live) {

        Placed place(Arrival arrival, UUID id) {
            return new Placed(arrival, id, Optional.ofNullable(rows.get(id)), live.getOrDefault(id, List.of()));
        }
    }

    private Uni<Existing> existing(SqlConnection transaction, IntakeBatch batch, List<UUID> ids) {
        List<UUID> maybeThere = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!isNew(batch.arrivals().get(i).target(), ids.get(i))) {
                maybeThere.add(ids.get(i));
            }
        }
        return enrolments.lock(transaction, maybeThere).flatMap(rows -> versions.live(transaction, rows.keySet())
                .map(live -> new Existing(rows, live)));
    }

    private static boolean isNew(Target target, UUID id) {
        return !(target instanceof Target.NextOf) && target.id().equals(id);
    }

    private Uni<List<IntakeOutcome>> write(
            SqlConnection transaction, IntakeBatch batch, Neighbourhood neighbourhood, List<Placed> placed) {
        placed.forEach(it -> neighbourhood.arrives(it.enrolmentId(), it.checked(batch)));
        neighbourhood.settle();
        IntakePlan plan = new IntakePlan(batch, neighbourhood, systemCheck, clock.instant());
        List<IntakeOutcome> outcomes = placed.stream().map(plan::add).toList();
        return carryOut(transaction, batch, plan).replaceWith(outcomes);
    }

    /** Sent at once, one behind the other on one connection; answered in that order. */
    private Uni<Void> carryOut(SqlConnection transaction, IntakeBatch batch, IntakePlan plan) {
        return Uni.join()
                .all(
                        enrolments.insert(transaction, plan.newEnrolments),
                        enrolments.update(transaction, plan.changedEnrolments),
                        versions.move(transaction, plan.superseded),
                        holds.corrected(transaction, plan.endedDoubts),
                        versions.insert(transaction, plan.versions),
                        holds.open(transaction, plan.holds),
                        linkage.enqueue(transaction, plan.announcements),
                        reports.reopen(transaction, plan.reopened)
                                .flatMap(reopened -> reports.register(transaction, batch.insurer(), plan.registered)))
                .andFailFast()
                .replaceWithVoid();
    }
}
