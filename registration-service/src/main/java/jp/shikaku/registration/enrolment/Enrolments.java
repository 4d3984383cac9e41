package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.party.PartyRegister;
import jp.shikaku.registration.report.RegisteredReports;
import jp.shikaku.registration.resident.ResidentRegister;

/** The records of the insurers. The resident register is asked before a transaction begins, never within. */
@ApplicationScoped
class Enrolments {

    private final VersionRepository versions;
    private final Intake intake;
    private final Correction correction;
    private final RegisteredReports reports;
    private final PartyRegister parties;
    private final ResidentRegister register;
    private final PersonKeys personKeys;
    private final Submissions submissions;
    private final Linkage linkage;
    private final Clock clock;

    Enrolments(
            VersionRepository versions,
            Intake intake,
            Correction correction,
            RegisteredReports reports,
            PartyRegister parties,
            ResidentRegister register,
            PersonKeys personKeys,
            Submissions submissions,
            Linkage linkage,
            Clock clock) {
        this.versions = versions;
        this.intake = intake;
        this.correction = correction;
        this.reports = reports;
        this.parties = parties;
        this.register = register;
        this.personKeys = personKeys;
        this.submissions = submissions;
        this.linkage = linkage;
        this.clock = clock;
    }

    /** Enrols a person; a repeated submission gives the enrolment as it stands now. */
    Uni<Enrolment> enrol(InsurerNumber insurer, IdempotencyKey key, EnrolmentRequest request) {
        Submission submission = new Submission("insurer:" + insurer.value(), key, "enrol", request);
        return read(insurer, request)
                .flatMap(entered -> compare(entered)
                        .flatMap(answer -> Panache.withTransaction(() -> store(insurer, submission, entered, answer))))
                .invoke(linkage::sendNow);
    }

    /**
     * Enters a new version.
     *
     * @param expectedVersion the version that the insurer has read
     */
    Uni<Enrolment> correct(InsurerNumber insurer, UUID id, int expectedVersion, EnrolmentRequest request) {
        return read(insurer, request)
                .flatMap(entered -> compare(entered)
                        .flatMap(answer -> Panache.withTransaction(
                                () -> correction.enter(insurer, id, expectedVersion, entered, answer))))
                .map(VersionWire::enrolment)
                .invoke(linkage::sendNow);
    }

    Uni<Optional<Enrolment>> find(InsurerNumber insurer, UUID id) {
        return Panache.withSession(() -> versions.latest(insurer, id).map(found -> found.map(VersionWire::enrolment)));
    }

    Uni<Page<Enrolment>> list(InsurerNumber insurer, PageRequest page) {
        return Panache.withSession(() -> versions.latest(insurer, page)
                .map(found -> page.toPage(
                        found.stream().map(VersionWire::enrolment).toList(),
                        enrolment -> enrolment.id().toString())));
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

    private Uni<RegisterAnswer> compare(EnteredRecord entered) {
        return register.find(personKeys.of(entered.individualNumber()));
    }

    private Uni<Enrolment> store(
            InsurerNumber insurer, Submission submission, EnteredRecord entered, RegisterAnswer answer) {
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        return submissions
                .once(submission, newId, () -> enter(new EnrolmentEntity(newId, insurer), entered, answer))
                .flatMap(id -> versions.latest(insurer, id))
                .map(found -> VersionWire.enrolment(
                        found.orElseThrow(() -> new IllegalStateException("what was created can be read"))));
    }

    private Uni<Void> enter(EnrolmentEntity enrolment, EnteredRecord entered, RegisterAnswer answer) {
        return intake.take(enrolment, entered, answer)
                .flatMap(version -> reports.register(enrolment.id, enrolment.insurer, version.person));
    }
}
