package jp.shikaku.registration.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

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

    private final Pool pool;
    private final ReportStore store;
    private final PartyRegister parties;
    private final PersonKeys personKeys;
    private final NumberVault numbers;
    private final Submissions submissions;
    private final DeadlineRule deadline;
    private final Clock clock;

    Reports(
            Pool pool,
            ReportStore store,
            PartyRegister parties,
            PersonKeys personKeys,
            NumberVault numbers,
            Submissions submissions,
            DeadlineRule deadline,
            Clock clock) {
        this.pool = pool;
        this.store = store;
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
                .flatMap(checked -> pool.withTransaction(transaction -> {
                    UUID newId = UuidCreator.getTimeOrderedEpoch();
                    return submissions
                            .once(transaction, submission, newId, () -> keep(transaction, newId, employer, filing))
                            .flatMap(id -> store.find(transaction, employer, id))
                            .map(Optional::orElseThrow);
                }));
    }

    Uni<Optional<AcquisitionReport>> find(CorporateNumber employer, UUID id) {
        return store.find(pool, employer, id);
    }

    Uni<Page<AcquisitionReport>> list(CorporateNumber employer, PageRequest page) {
        return store.list(pool, employer, page)
                .map(found -> page.toPage(found, report -> report.id().toString()));
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

    private Uni<Void> keep(SqlConnection transaction, UUID id, CorporateNumber employer, Filing filing) {
        PersonKey person = personKeys.of(filing.individualNumber());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        LocalDate employerDueOn = deadline.dueOn(filing.acquired());
        LocalDate insurerDueOn = deadline.dueOn(JapanTime.dateOf(now.toInstant()));
        return numbers.keepAndLock(transaction, Map.of(person, filing.individualNumber()))
                .flatMap(kept ->
                        store.insert(transaction, id, employer, person, filing, now, employerDueOn, insurerDueOn));
    }
}
