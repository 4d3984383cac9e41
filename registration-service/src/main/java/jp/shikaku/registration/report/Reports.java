package jp.shikaku.registration.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportActor;
import jp.shikaku.contracts.report.ReportChange;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.party.PartyRegister;
import jp.shikaku.registration.report.ReportContent.Standing;
import jp.shikaku.registration.report.ReportHistory.Entry;

/** The reports of employers, one by one. */
@ApplicationScoped
class Reports {

    private final Pool pool;
    private final ReportStore store;
    private final ReportHistory history;
    private final RegisteredReports registered;
    private final PartyRegister parties;
    private final PersonKeys personKeys;
    private final NumberVault numbers;
    private final Submissions submissions;
    private final DeadlineRule deadline;
    private final Clock clock;

    Reports(
            Pool pool,
            ReportStore store,
            ReportHistory history,
            RegisteredReports registered,
            PartyRegister parties,
            PersonKeys personKeys,
            NumberVault numbers,
            Submissions submissions,
            DeadlineRule deadline,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.history = history;
        this.registered = registered;
        this.parties = parties;
        this.personKeys = personKeys;
        this.numbers = numbers;
        this.submissions = submissions;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** A report that could be read, and whether its insurer takes part. */
    private record Sent(Filing filing, boolean insurerKnown) {}

    /** Takes a report in; a repeated submission gives the report as it stands now. */
    Uni<Report> file(CorporateNumber employer, IdempotencyKey key, ReportRequest request) {
        Submission submission = new Submission("employer:" + employer.value(), key, "file-report", request);
        UUID newId = UuidCreator.getTimeOrderedEpoch();
        return read(request)
                .flatMap(sent -> pool.withTransaction(transaction -> submissions
                        .once(transaction, submission, newId, () -> keep(transaction, newId, employer, sent))
                        .flatMap(id -> store.find(transaction, employer, id))
                        .map(Optional::orElseThrow)))
                .map(this::seenByEmployer);
    }

    /**
     * Enters a new version.
     *
     * @param expectedVersion the version that the employer has read
     */
    Uni<Report> correct(CorporateNumber employer, UUID id, int expectedVersion, ReportRequest request) {
        return read(request)
                .flatMap(sent -> pool.withTransaction(
                        transaction -> numbers.keepAndLock(transaction, sent.filing.numbers(personKeys::of))
                                .flatMap(kept -> store.lock(transaction, employer, id))
                                .map(found -> changeable(found, expectedVersion))
                                .call(report -> correct(transaction, report, sent))
                                .flatMap(report -> store.find(transaction, employer, id))
                                .map(Optional::orElseThrow)))
                .map(this::seenByEmployer);
    }

    /** Takes a report back, as long as no insurer has registered it. */
    Uni<Report> withdraw(CorporateNumber employer, UUID id, String reason) {
        return pool.withTransaction(transaction -> store.lock(transaction, employer, id)
                        .map(found -> changeable(found).ended(ReportState.WITHDRAWN, List.of(), reason))
                        .call(report -> store.move(transaction, List.of(report)))
                        .call(report -> history.add(
                                transaction, List.of(Entry.ofState(report, clock.instant(), ReportActor.EMPLOYER)))))
                .map(this::seenByEmployer);
    }

    Uni<Optional<Report>> find(CorporateNumber employer, UUID id) {
        return store.find(pool, employer, id).map(found -> found.map(this::seenByEmployer));
    }

    /** @param state {@code null} for reports in every state */
    Uni<Page<Report>> list(CorporateNumber employer, ReportState state, PageRequest page) {
        return store.list(pool, employer, state, page)
                .map(found ->
                        page.toPage(found.stream().map(this::seenByEmployer).toList(), report -> report.id()
                                .toString()));
    }

    /** The changes after version {@code after}, the oldest first. */
    Uni<Page<ReportChange>> history(CorporateNumber employer, UUID id, int after, PageRequest page) {
        return store.find(pool, employer, id)
                .map(found -> found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception))
                .flatMap(report -> history.read(pool, id, after, page.limitPlusOne()))
                .map(found -> page.toPage(found, change -> Integer.toString(change.version())));
    }

    /** Refuses what cannot be accepted. An insurer that does not take part yet may be named in a prepared report. */
    private Uni<Sent> read(ReportRequest request) {
        ValueReader reader = new ValueReader();
        LocalDate today = JapanTime.today(clock);
        Filing filing = Filing.read(reader, request, today);
        Uni<Boolean> known = filing.insurer() == null ? Uni.createFrom().item(true) : parties.knows(filing.insurer());
        return known.map(isKnown -> {
            if (!isKnown && !filing.isEarly(today)) {
                reader.refuse("/insurerNumber", ValueFault.INSURER_UNKNOWN);
            }
            reader.refuseIfAnyInvalid();
            return new Sent(filing, isKnown);
        });
    }

    private Uni<Void> keep(SqlConnection transaction, UUID id, CorporateNumber employer, Sent sent) {
        Instant now = clock.instant();
        ReportContent content = sent.filing.content(personKeys::of);
        StoredReport report = StoredReport.sent(id, employer, content, standing(content, sent, now), now, deadline);
        return numbers.keepAndLock(transaction, sent.filing.numbers(personKeys::of))
                .flatMap(kept -> store.insert(transaction, List.of(report)))
                .flatMap(stored -> follow(transaction, report, now, content.givenFields()));
    }

    private Uni<Void> correct(SqlConnection transaction, StoredReport report, Sent sent) {
        Instant now = clock.instant();
        ReportContent content = sent.filing.content(personKeys::of);
        StoredReport next = report.corrected(content, standing(content, sent, now), now, deadline);
        return report.isSameAs(next)
                ? Uni.createFrom().voidItem()
                : store.correct(transaction, next)
                        .flatMap(
                                stored -> follow(transaction, next, now, content.fieldsChangedSince(report.content())));
    }

    private Uni<Void> follow(SqlConnection transaction, StoredReport report, Instant now, List<String> changed) {
        return history.add(transaction, List.of(new Entry(report, now, ReportActor.EMPLOYER, changed)))
                .flatMap(added -> report.state() == ReportState.FILED
                        ? registered.registerEntered(transaction, List.of(report.id()))
                        : Uni.createFrom().voidItem());
    }

    private static Standing standing(ReportContent content, Sent sent, Instant now) {
        return content.standing(JapanTime.dateOf(now), sent.insurerKnown);
    }

    private static StoredReport changeable(Optional<StoredReport> found, int expectedVersion) {
        StoredReport report = changeable(found);
        if (report.version() != expectedVersion) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
        return report;
    }

    private static StoredReport changeable(Optional<StoredReport> found) {
        StoredReport report = found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception);
        return switch (report.state()) {
            case REGISTERED -> throw ProblemType.REPORT_REGISTERED.exception();
            case WITHDRAWN -> throw ProblemType.REPORT_WITHDRAWN.exception();
            case PREPARED, FILED, RETURNED -> report;
        };
    }

    private Report seenByEmployer(StoredReport report) {
        return report.seenByEmployer(JapanTime.today(clock));
    }
}
