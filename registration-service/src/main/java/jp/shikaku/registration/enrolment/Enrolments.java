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
import jp.shikaku.registration.enrolment.Comparison.Readable;
import jp.shikaku.registration.enrolment.EnrolmentEntry.Entry;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions.Claim;
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
    private final EnrolmentEntry entry;
    private final Linkage linkage;
    private final Clock clock;

    Enrolments(
            Pool pool,
            VersionStore versions,
            Comparison comparison,
            Intake intake,
            PartyRegister parties,
            EnrolmentEntry entry,
            Linkage linkage,
            Clock clock) {
        this.pool = pool;
        this.versions = versions;
        this.comparison = comparison;
        this.intake = intake;
        this.parties = parties;
        this.entry = entry;
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
        return read(new Origin(insurer, enteredBy), request, new Target.New(newId))
                .flatMap(readable -> entry.enter(new Entry(new Claim(submission, newId), readable)))
                .map(EnrolmentWire::of);
    }

    /**
     * Enters a new version.
     *
     * @param expectedVersion the version that the insurer has read
     */
    Uni<Enrolment> correct(
            InsurerNumber insurer, String enteredBy, UUID id, int expectedVersion, EnrolmentRequest request) {
        return read(new Origin(insurer, enteredBy), request, new Target.NextOf(id, expectedVersion))
                .flatMap(readable -> comparison.arrivalsOrWaiting(List.of(readable)))
                .flatMap(arrivals -> pool.withTransaction(transaction -> take(transaction, arrivals)))
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

    private Uni<Readable> read(Origin origin, EnrolmentRequest request, Target target) {
        ValueReader reader = new ValueReader();
        EnteredRecord entered = EnteredRecord.read(reader, request, JapanTime.today(clock));
        return parties.knows(origin.insurer()).map(isKnown -> {
            if (!isKnown) {
                reader.refuse("header:Authorization", ValueFault.INSURER_UNKNOWN);
            }
            reader.refuseIfAnyInvalid();
            return new Readable(origin, entered, target);
        });
    }

    private Uni<Version> take(SqlConnection transaction, List<Arrival> one) {
        return intake.take(transaction, new IntakeBatch(Priority.LIVE, one)).map(outcomes -> {
            if (outcomes.get(0) instanceof IntakeOutcome.Refused refused) {
                throw refused.reason().exception();
            }
            return ((IntakeOutcome.Taken) outcomes.get(0)).version();
        });
    }
}
