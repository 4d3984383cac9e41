package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.linkage.Announcement.Priority;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.party.PartyRegister;

/** The records of the insurers, one by one. */
@ApplicationScoped
class Enrolments {

    private final Pool pool;
    private final VersionStore versions;
    private final Comparison comparison;
    private final Intake intake;
    private final PartyRegister parties;
    private final Submissions submissions;
    private final Linkage linkage;
    private final Clock clock;

    Enrolments(
            Pool pool,
            VersionStore versions,
            Comparison comparison,
            Intake intake,
            PartyRegister parties,
            Submissions submissions,
            Linkage linkage,
            Clock clock) {
        this.pool = pool;
        this.versions = versions;
        this.comparison = comparison;
        this.intake = intake;
        this.parties = parties;
        this.submissions = submissions;
        this.linkage = linkage;
        this.clock = clock;
    }

    /**
     * Enrols a person; a repeated submission gives the enrolment as it stands now.
     *
     * @param enteredBy the person who enters it
     */
    Uni<Enrolment> enrol(InsurerNumber insurer, String enteredBy, IdempotencyKey key, EnrolmentRequest request) {
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        Submission submission = new Submission("insurer:" + insurer.value(), key, "enrol", request);
        return arrival(insurer, request, new Target.New(newId))
                .flatMap(arrival -> pool.withTransaction(transaction -> submissions.once(
                        transaction,
                        submission,
                        newId,
                        () -> take(transaction, insurer, enteredBy, arrival),
                        id -> versions.latest(transaction, insurer, id).map(Optional::orElseThrow))))
                .map(EnrolmentWire::of)
                .invoke(linkage::sendNow);
    }

    /**
     * Enters a new version.
     *
     * @param expectedVersion the version that the insurer has read
     */
    Uni<Enrolment> correct(
            InsurerNumber insurer, String enteredBy, UUID id, int expectedVersion, EnrolmentRequest request) {
        return arrival(insurer, request, new Target.NextOf(id, expectedVersion))
                .flatMap(arrival -> pool.withTransaction(transaction -> take(transaction, insurer, enteredBy, arrival)))
                .map(EnrolmentWire::of)
                .invoke(linkage::sendNow);
    }

    Uni<Optional<Enrolment>> find(InsurerNumber insurer, UUID id) {
        return versions.latest(pool, insurer, id).map(found -> found.map(EnrolmentWire::of));
    }

    Uni<Page<Enrolment>> list(InsurerNumber insurer, PageRequest page) {
        return versions.latest(pool, insurer, page)
                .map(found -> page.toPage(
                        found.stream().map(EnrolmentWire::of).toList(),
                        enrolment -> enrolment.id().toString()));
    }

    private Uni<Arrival> arrival(InsurerNumber insurer, EnrolmentRequest request, Target target) {
        return read(insurer, request).flatMap(entered -> comparison.arrival(insurer, entered, target));
    }

    private Uni<EnteredRecord> read(InsurerNumber insurer, EnrolmentRequest request) {
        ValueReader reader = new ValueReader();
        EnteredRecord entered = EnteredRecord.read(reader, request, JapanTime.today(clock));
        return parties.knows(insurer).map(isKnown -> {
            if (!isKnown) {
                reader.refuse("header:Authorization", ValueFault.INSURER_UNKNOWN);
            }
            reader.refuseIfAnyInvalid();
            return entered;
        });
    }

    private Uni<Version> take(SqlConnection transaction, InsurerNumber insurer, String enteredBy, Arrival arrival) {
        IntakeBatch batch = new IntakeBatch(insurer, enteredBy, Priority.LIVE, List.of(arrival));
        return intake.take(transaction, batch).map(outcomes -> {
            if (outcomes.get(0) instanceof IntakeOutcome.Refused refused) {
                throw refused.reason().exception();
            }
            return ((IntakeOutcome.Taken) outcomes.get(0)).version();
        });
    }
}
