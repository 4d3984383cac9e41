package jp.shikaku.registration.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.report.FiledReport;
import jp.shikaku.contracts.report.ReportActor;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportPoint;
import jp.shikaku.contracts.report.ReportRegistrationRequest;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.report.ReportHistory.Entry;

/** The reports that an insurer has to register. */
@ApplicationScoped
class WaitingReports {

    private final Pool pool;
    private final WaitingReportStore waiting;
    private final ReportStore store;
    private final ReportHistory history;
    private final EnrolledPersons enrolled;
    private final NumberVault numbers;
    private final Clock clock;

    WaitingReports(
            Pool pool,
            WaitingReportStore waiting,
            ReportStore store,
            ReportHistory history,
            EnrolledPersons enrolled,
            NumberVault numbers,
            Clock clock) {
        this.pool = pool;
        this.waiting = waiting;
        this.store = store;
        this.history = history;
        this.enrolled = enrolled;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param kind {@code null} for all kinds */
    Uni<Page<FiledReport>> list(InsurerNumber insurer, ReportKind kind, PageRequest page) {
        return waiting.list(pool, insurer, kind, page)
                .map(found ->
                        page.toPage(found.stream().map(this::seenByInsurer).toList(), report -> report.id()
                                .toString()));
    }

    Uni<Optional<FiledReport>> find(InsurerNumber insurer, UUID id) {
        return waiting.find(pool, insurer, id).map(found -> found.filter(report -> report.answeredBy() == null)
                .map(this::seenByInsurer));
    }

    /**
     * Sends a report back to its employer.
     *
     * @param expectedVersion the version that the insurer has read
     */
    Uni<Void> giveBack(InsurerNumber insurer, UUID id, int expectedVersion, ReportPoint reason, String note) {
        return pool.withTransaction(transaction -> waiting.lock(transaction, insurer, id)
                .map(found -> found.orElseThrow(ProblemType.FILED_REPORT_NOT_FOUND::exception))
                .invoke(report -> refuseOtherVersion(report, expectedVersion))
                .map(report -> report.ended(ReportState.RETURNED, List.of(reason), note))
                .call(report -> store.move(transaction, List.of(report)))
                .call(report ->
                        history.add(transaction, List.of(Entry.ofState(report, clock.instant(), ReportActor.INSURER))))
                .replaceWithVoid());
    }

    /**
     * Makes a record of a report, or ends the record that it is about. Repeated, it gives the record as it stands now: a
     * report is registered once.
     *
     * @param enteredBy the person who enters it
     * @param expectedVersion the version that the insurer has read
     */
    Uni<Enrolment> register(
            InsurerNumber insurer, String enteredBy, UUID id, int expectedVersion, ReportRegistrationRequest added) {
        return waiting.find(pool, insurer, id)
                .map(found -> found.orElseThrow(ProblemType.FILED_REPORT_NOT_FOUND::exception))
                .flatMap(found -> {
                    if (found.answeredBy() != null) {
                        return enrolled.find(insurer, found.answeredBy()).map(Optional::orElseThrow);
                    }
                    refuseOtherVersion(found.report(), expectedVersion);
                    return found.endsACoverage()
                            ? end(insurer, enteredBy, found, added)
                            : begin(insurer, enteredBy, found, added);
                });
    }

    private Uni<Enrolment> begin(
            InsurerNumber insurer, String enteredBy, WaitingReport waits, ReportRegistrationRequest added) {
        IdempotencyKey once = new IdempotencyKey(
                "report-%s-%d".formatted(waits.report().id(), waits.report().version()));
        return number(waits)
                .flatMap(number -> enrolled.enrol(insurer, enteredBy, once, waits.enrolment(number, added)));
    }

    private Uni<Enrolment> end(
            InsurerNumber insurer, String enteredBy, WaitingReport waits, ReportRegistrationRequest added) {
        WaitingReport.refuseCard(added);
        if (waits.ownEnrolment() == null) {
            throw ProblemType.REPORT_HAS_NO_RECORD.exception();
        }
        ReportContent content = waits.report().content();
        return number(waits)
                .flatMap(number -> enrolled.end(
                        insurer, enteredBy, waits.ownEnrolment(), number, content.lost(), content.lossReason()));
    }

    private Uni<IndividualNumber> number(WaitingReport waits) {
        return numbers.read(pool, List.of(waits.report().content().person()))
                .map(found -> found.get(waits.report().content().person()));
    }

    private static void refuseOtherVersion(StoredReport report, int expectedVersion) {
        if (report.version() != expectedVersion) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
    }

    private FiledReport seenByInsurer(WaitingReport report) {
        return report.seenByInsurer(JapanTime.today(clock));
    }
}
