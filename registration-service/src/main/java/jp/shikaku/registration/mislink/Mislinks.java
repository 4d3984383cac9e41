package jp.shikaku.registration.mislink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.confirmation.ShownEnrolment;
import jp.shikaku.contracts.mislink.MislinkDisplay;
import jp.shikaku.contracts.mislink.MislinkReceipt;
import jp.shikaku.contracts.mislink.MislinkReportRequest;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.registration.enrolment.CoverageDisplay;
import jp.shikaku.registration.enrolment.LinkedRecord;
import jp.shikaku.registration.enrolment.LinkedRecords;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.mislink.Suspicion.Subject;
import jp.shikaku.registration.report.RegisteredReports;

/** Takes reports of suspected wrong links: stops the display first, and asks afterwards. */
@ApplicationScoped
class Mislinks {

    /** A reporter stands before a screen that shows the wrong person: so long it may take to say that it is over. */
    private static final Duration WAIT_FOR_STOP = Duration.ofSeconds(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Pool pool;
    private final MislinkStore store;
    private final Eligibility eligibility;
    private final LinkedRecords records;
    private final RegisteredReports reports;
    private final CoverageDisplay display;
    private final Linkage linkage;
    private final Submissions submissions;
    private final Clock clock;

    Mislinks(
            Pool pool,
            MislinkStore store,
            Eligibility eligibility,
            LinkedRecords records,
            RegisteredReports reports,
            CoverageDisplay display,
            Linkage linkage,
            Submissions submissions,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.eligibility = eligibility;
        this.records = records;
        this.reports = reports;
        this.display = display;
        this.linkage = linkage;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Stops the display of the record in question. A repeated submission, and a second report, join the open case. */
    Uni<MislinkReceipt> report(
            Reporter reporter,
            IdempotencyKey key,
            MislinkReportRequest request,
            Suspicion suspicion,
            String requestId) {
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        Submission submission = new Submission(reporter.text(), key, "mislink", request);
        return record(reporter, suspicion.subject(), requestId)
                .flatMap(record -> pool.withTransaction(transaction -> submissions.once(
                        transaction, submission, newId, () -> stop(transaction, newId, record, reporter, suspicion))))
                .invoke(linkage::sendNow)
                .flatMap(this::receipt);
    }

    /** The record that is meant, if the reporter may speak of it (R7). */
    private Uni<LinkedRecord> record(Reporter reporter, Subject subject, String requestId) {
        if (subject instanceof Subject.ByConfirmation by) {
            return eligibility
                    .shownBy(by.number(), reporter.onBehalfOf(), requestId)
                    .flatMap(shown -> {
                        refuseUnlessOwn(reporter, shown);
                        return found(Optional.ofNullable(shown.enrolmentId()), ProblemType.MISLINK_NOTHING_SHOWN);
                    });
        }
        if (subject instanceof Subject.ByReport by) {
            return reports.enrolmentOf(pool, CorporateNumber.of(reporter.id()), by.id())
                    .flatMap(enrolment -> found(enrolment, ProblemType.MISLINK_NOTHING_SHOWN));
        }
        UUID id = ((Subject.ByEnrolment) subject).id();
        return found(Optional.of(id), ProblemType.ENROLMENT_NOT_FOUND).invoke(record -> {
            if (reporter.role().equals(Roles.INSURER)
                    && !record.insurer().value().equals(reporter.id())) {
                throw ProblemType.ENROLMENT_NOT_FOUND.exception();
            }
        });
    }

    private static void refuseUnlessOwn(Reporter reporter, ShownEnrolment shown) {
        if (reporter.role().equals(Roles.INSTITUTION)
                && !shown.institutionCode().value().equals(reporter.id())) {
            throw ProblemType.CONFIRMATION_NOT_FOUND.exception();
        }
    }

    private Uni<LinkedRecord> found(Optional<UUID> enrolment, ProblemType otherwise) {
        return enrolment
                .map(id -> records.find(pool, id).map(found -> found.orElseThrow(otherwise::exception)))
                .orElseThrow(otherwise::exception);
    }

    private Uni<Void> stop(
            SqlConnection transaction, UUID reportId, LinkedRecord record, Reporter reporter, Suspicion suspicion) {
        Instant now = clock.instant();
        ConfirmationNumber number = suspicion.subject() instanceof Subject.ByConfirmation by ? by.number() : null;
        return display.suspend(transaction, List.of(record.enrolmentId()))
                .flatMap(suspended -> linkage.isPending(transaction, record.enrolmentId()))
                .flatMap(pending -> store.open(transaction, UuidCreator.getTimeOrderedEpoch(), record, now, !pending))
                .flatMap(caseId -> store.report(transaction, reportId, caseId, reporter, number, suspicion, now));
    }

    /** Says that it has stopped, when eligibility says so in time. */
    private Uni<MislinkReceipt> receipt(UUID reportId) {
        long until = System.nanoTime() + WAIT_FOR_STOP.toNanos();
        return Uni.createFrom()
                .deferred(() -> store.receipt(pool, reportId))
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(receipt -> receipt.display() == MislinkDisplay.STOPPING && System.nanoTime() < until)
                .collect()
                .last();
    }
}
