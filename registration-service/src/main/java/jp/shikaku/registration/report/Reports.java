package jp.shikaku.registration.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.AcquisitionReport;
import jp.shikaku.contracts.report.AcquisitionReportRequest;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.party.PartyRegister;

/** The reports of employers. */
@ApplicationScoped
class Reports {

    private final ReportRepository repository;
    private final PartyRegister parties;
    private final PersonKeys personKeys;
    private final NumberVault numbers;
    private final Submissions submissions;
    private final DeadlineRule deadline;
    private final Clock clock;

    Reports(
            ReportRepository repository,
            PartyRegister parties,
            PersonKeys personKeys,
            NumberVault numbers,
            Submissions submissions,
            DeadlineRule deadline,
            Clock clock) {
        this.repository = repository;
        this.parties = parties;
        this.personKeys = personKeys;
        this.numbers = numbers;
        this.submissions = submissions;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Files a report; a repeated submission gives the report that was filed. */
    Uni<AcquisitionReport> file(CorporateNumber employer, IdempotencyKey key, AcquisitionReportRequest request) {
        ValueReader reader = new ValueReader();
        Filing filing = Filing.read(reader, request, JapanTime.today(clock));
        Submission submission = new Submission("employer:" + employer.value(), key, "file-report", request);
        return refuseUnknownInsurer(reader, filing)
                .flatMap(checked -> Panache.withTransaction(() -> store(employer, filing, submission)));
    }

    Uni<Optional<AcquisitionReport>> find(CorporateNumber employer, UUID id) {
        return Panache.withSession(
                () -> repository.ofEmployer(employer, id).map(found -> found.map(ReportEntity::wire)));
    }

    Uni<Page<AcquisitionReport>> list(CorporateNumber employer, PageRequest page) {
        return Panache.withSession(() -> repository
                .ofEmployer(employer, page)
                .map(found -> page.toPage(wire(found), report -> report.id().toString())));
    }

    private Uni<Filing> refuseUnknownInsurer(ValueReader reader, Filing filing) {
        Uni<Boolean> known = filing.insurer() == null ? Uni.createFrom().item(true) : parties.knows(filing.insurer());
        return known.map(isKnown -> {
            if (!isKnown) {
                reader.refuse("/insurerNumber", ValueFault.INSURER_UNKNOWN);
            }
            reader.refuseIfAnyInvalid();
            return filing;
        });
    }

    private Uni<AcquisitionReport> store(CorporateNumber employer, Filing filing, Submission submission) {
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        PersonKey person = personKeys.of(filing.individualNumber());
        return submissions
                .once(submission, newId, () -> numbers.keep(person, filing.individualNumber())
                        .call(() -> repository.persist(
                                new ReportEntity(newId, employer, person, filing, clock.instant(), deadline))))
                .flatMap(repository::findById)
                .map(ReportEntity::wire);
    }

    private static List<AcquisitionReport> wire(List<ReportEntity> reports) {
        return reports.stream().map(ReportEntity::wire).toList();
    }
}
