package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.SystemCheck;
import jp.shikaku.registration.enrolment.IntakePlan.Placed;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.individual.NumberVault.SealedNumbers;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.report.RegisteredReports;
import jp.shikaku.registration.report.RegisteredReports.Registered;

/**
 * Takes records in: stores them, checks them, and holds them or sends them on their way. One record or a thousand, it is
 * the same way and the same number of statements. Works in the caller's transaction.
 */
@ApplicationScoped
class Intake {

    /**
     * Every statement of an intake goes by keys, one plan serves however many there are. Left to itself PostgreSQL plans
     * the search for neighbours anew each time, because each list of keys has another length, and spends more time on
     * that than on all the rest.
     */
    private static final String KEEP_PLANS = "set local plan_cache_mode = force_generic_plan";

    private final EnrolmentStore enrolments;
    private final VersionStore versions;
    private final SystemCheck systemCheck;
    private final Holds holds;
    private final Linkage linkage;
    private final NumberVault numbers;
    private final RegisteredReports reports;
    private final Clock clock;
    private final Executor workers = Infrastructure.getDefaultExecutor();

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
            List<UUID> ids = enrolmentIds(batch, neighbourhood);
            Uni<Existing> existing = existing(transaction, batch, ids);
            return (batch.isLarge() ? existing.emitOn(workers) : existing)
                    .flatMap(found -> write(transaction, batch, neighbourhood, placed(batch, ids, found)));
        });
    }

    private static List<Optional<Placed>> placed(IntakeBatch batch, List<UUID> ids, Existing existing) {
        List<Optional<Placed>> placed = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Arrival arrival = batch.arrivals().get(i);
            placed.add(Optional.ofNullable(ids.get(i)).map(id -> existing.place(arrival, id)));
        }
        return placed;
    }

    /**
     * Persons first, then cards, then enrolments: everybody locks in this order. All is sent at once, carried out one behind
     * the other: the neighbours are looked for when the locks are held.
     */
    private Uni<Neighbourhood> neighbourhood(SqlConnection transaction, IntakeBatch batch) {
        Map<PersonKey, IndividualNumber> persons = batch.arrivals().stream()
                .collect(Collectors.toMap(
                        Arrival::person, arrival -> arrival.entered().individualNumber(), (one, same) -> one));
        Set<SubjectKey> cards = batch.arrivals().stream().map(Arrival::subject).collect(Collectors.toSet());
        Set<RecordKey> recordKeys = batch.arrivals().stream()
                .flatMap(arrival -> arrival.recordKey().stream())
                .collect(Collectors.toSet());
        return seal(batch, persons).flatMap(closed -> Uni.combine()
                .all()
                .unis(
                        transaction.query(KEEP_PLANS).execute(),
                        numbers.keepAndLock(transaction, closed),
                        enrolments.lockKeys(transaction, cards, recordKeys),
                        versions.neighbours(transaction, persons.keySet(), cards, recordKeys))
                .with((planned, kept, locked, stored) -> new Neighbourhood(stored)));
    }

    private Uni<SealedNumbers> seal(IntakeBatch batch, Map<PersonKey, IndividualNumber> persons) {
        Uni<SealedNumbers> closed = Uni.createFrom().item(() -> numbers.seal(persons));
        return batch.isLarge() ? closed.runSubscriptionOn(workers) : closed;
    }

    /** Of each record; {@code null} for one of an enrolment that an earlier one of the batch is about. */
    private static List<UUID> enrolmentIds(IntakeBatch batch, Neighbourhood neighbourhood) {
        Set<Object> seen = new HashSet<>();
        List<UUID> ids = new ArrayList<>(batch.arrivals().size());
        for (Arrival arrival : batch.arrivals()) {
            boolean matching = arrival.target() instanceof Target.Matching;
            UUID named = arrival.target().id();
            UUID id = matching
                    ? neighbourhood.match(arrival).map(Version::enrolmentId).orElse(named)
                    : named;
            boolean isFirst = seen.add(id);
            if (matching) {
                isFirst &= seen.add(arrival.naturalKey());
                isFirst &= arrival.recordKey().map(seen::add).orElse(true);
            }
            ids.add(isFirst ? id : null);
        }
        return ids;
    }

    private record Existing(Map<UUID, EnrolmentRow> rows, Map<UUID, List<Version>> live) {

        Placed place(Arrival arrival, UUID id) {
            return new Placed(arrival, id, Optional.ofNullable(rows.get(id)), live.getOrDefault(id, List.of()));
        }
    }

    private Uni<Existing> existing(SqlConnection transaction, IntakeBatch batch, List<UUID> ids) {
        List<UUID> maybeThere = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) != null && !isNew(batch.arrivals().get(i).target(), ids.get(i))) {
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
            SqlConnection transaction, IntakeBatch batch, Neighbourhood neighbourhood, List<Optional<Placed>> placed) {
        placed.forEach(maybe -> maybe.ifPresent(it -> neighbourhood.arrives(it.enrolmentId(), it.checked())));
        neighbourhood.settle();
        IntakePlan plan = new IntakePlan(batch, neighbourhood, systemCheck, clock.instant());
        List<IntakeOutcome> outcomes = placed.stream()
                .map(maybe -> maybe.map(plan::add).orElseGet(IntakeOutcome.Again::new))
                .toList();
        return carryOut(transaction, plan).replaceWith(outcomes);
    }

    /** Sent at once, one behind the other on one connection; answered in that order. */
    private Uni<Void> carryOut(SqlConnection transaction, IntakePlan plan) {
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
                                .flatMap(reopened -> reports.register(transaction, plan.registered))
                                .flatMap(registered -> reports.registerLosses(transaction, losses(plan))))
                .andFailFast()
                .replaceWithVoid();
    }

    private static List<Registered> losses(IntakePlan plan) {
        return plan.versions.stream()
                .filter(version -> version.content().lost() != null)
                .map(version -> new Registered(
                        version.enrolmentId(),
                        version.insurer(),
                        version.content().personKey(),
                        version.content().lost()))
                .toList();
    }
}
