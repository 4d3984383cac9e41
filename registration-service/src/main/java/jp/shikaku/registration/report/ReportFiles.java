package jp.shikaku.registration.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.ReportActor;
import jp.shikaku.contracts.report.ReportFileOutcome;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.report.ReportHistory.Entry;

/** The reports of employers, by the file. Each row is what it would be by itself; a bad one costs no other. */
@ApplicationScoped
class ReportFiles {

    /** Rows in one transaction. */
    private static final int AT_ONCE = 500;

    private final Pool pool;
    private final ReportStore store;
    private final ReportHistory history;
    private final RegisteredReports registered;
    private final PersonKeys personKeys;
    private final NumberVault numbers;
    private final Submissions submissions;
    private final DeadlineRule deadline;
    private final Clock clock;

    ReportFiles(
            Pool pool,
            ReportStore store,
            ReportHistory history,
            RegisteredReports registered,
            PersonKeys personKeys,
            NumberVault numbers,
            Submissions submissions,
            DeadlineRule deadline,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.history = history;
        this.registered = registered;
        this.personKeys = personKeys;
        this.numbers = numbers;
        this.submissions = submissions;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** A row whose values can be accepted, and the report it makes. */
    private record Accepted(FileRow row, Filing filing, StoredReport report) {}

    /** Takes in what can be taken in. What was done stays done when the rest fails; the file is then sent again. */
    Uni<ReportFileOutcome> take(CorporateNumber employer, FileRows rows) {
        return take(employer, rows, new FileTally());
    }

    private Uni<ReportFileOutcome> take(CorporateNumber employer, FileRows rows, FileTally tally) {
        List<FileRow> next = rows.next(AT_ONCE);
        if (next.isEmpty()) {
            return Uni.createFrom().item(tally.outcome());
        }
        return accepted(employer, next, tally)
                .flatMap(accepted -> pool.withTransaction(transaction -> keep(transaction, employer, accepted))
                        .invoke(kept -> accepted.forEach(row -> tally.taken(row.row, row.report, kept))))
                .flatMap(kept -> take(employer, rows, tally));
    }

    private Uni<List<Accepted>> accepted(CorporateNumber employer, List<FileRow> rows, FileTally tally) {
        Instant now = clock.instant();
        LocalDate today = JapanTime.dateOf(now);
        Map<FileRow, ValueReader> readers = new LinkedHashMap<>();
        Map<FileRow, Filing> filings = new HashMap<>();
        for (FileRow row : rows) {
            if (row.request() == null) {
                tally.refused(row.refused(List.of()));
            } else {
                readers.put(row, new ValueReader());
                filings.put(row, Filing.read(readers.get(row), row.request(), today));
            }
        }
        return known(filings).map(known -> {
            List<Accepted> accepted = new ArrayList<>();
            readers.forEach((row, reader) -> {
                Filing filing = filings.get(row);
                boolean insurerKnown = filing.insurer() == null || known.contains(filing.insurer());
                if (!insurerKnown && !filing.isEarly(today)) {
                    reader.refuse("/insurerNumber", ValueFault.INSURER_UNKNOWN);
                }
                row.faults().forEach(fault -> reader.refuse(fault.pointer(), fault.fault()));
                try {
                    reader.refuseIfAnyInvalid();
                    accepted.add(new Accepted(row, filing, report(employer, filing, insurerKnown, now)));
                } catch (ProblemException e) {
                    tally.refused(row.refused(e.errors()));
                }
            });
            return accepted;
        });
    }

    private StoredReport report(CorporateNumber employer, Filing filing, boolean insurerKnown, Instant now) {
        ReportContent content = filing.content(personKeys::of);
        return StoredReport.sent(
                UuidCreator.getTimeOrderedEpoch(),
                employer,
                content,
                content.standing(JapanTime.dateOf(now), insurerKnown),
                now,
                deadline);
    }

    private Uni<Set<InsurerNumber>> known(Map<FileRow, Filing> filings) {
        List<InsurerNumber> named = filings.values().stream()
                .map(Filing::insurer)
                .filter(Objects::nonNull)
                .toList();
        return store.known(pool, named).map(HashSet::new);
    }

    /** The ids of those that were new. */
    private Uni<Set<UUID>> keep(SqlConnection transaction, CorporateNumber employer, List<Accepted> accepted) {
        Map<UUID, ReportRequest> requests = new LinkedHashMap<>();
        accepted.forEach(row -> requests.put(row.report.id(), row.row.request()));
        return submissions
                .newOf(transaction, "employer:" + employer.value(), "file-report", requests)
                .call(isNew -> keep(
                        transaction,
                        accepted.stream()
                                .filter(row -> isNew.contains(row.report.id()))
                                .toList()));
    }

    private Uni<Void> keep(SqlConnection transaction, List<Accepted> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Map<PersonKey, IndividualNumber> persons = new HashMap<>();
        rows.forEach(row -> persons.putAll(row.filing.numbers(personKeys::of)));
        List<StoredReport> reports = rows.stream().map(Accepted::report).toList();
        List<UUID> filed = reports.stream()
                .filter(report -> report.state() == ReportState.FILED)
                .map(StoredReport::id)
                .toList();
        return numbers.keepAndLock(transaction, persons)
                .flatMap(kept -> store.insert(transaction, reports))
                .flatMap(stored -> history.add(
                        transaction,
                        reports.stream()
                                .map(report -> new Entry(
                                        report,
                                        now,
                                        ReportActor.EMPLOYER,
                                        report.content().givenFields()))
                                .toList()))
                .flatMap(added -> registered.registerEntered(transaction, filed));
    }
}
