package jp.shikaku.registration.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.report.ReportActor;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.deadline.DeadlineRule;
import jp.shikaku.registration.report.ReportHistory.Entry;

/** Prepared reports whose day has come: what is whole is filed, the rest goes back to its employer. */
@ApplicationScoped
class DueReports {

    private final Pool pool;
    private final ReportStore store;
    private final ReportHistory history;
    private final RegisteredReports registered;
    private final DeadlineRule deadline;
    private final ReportConfig config;
    private final Clock clock;

    DueReports(
            Pool pool,
            ReportStore store,
            ReportHistory history,
            RegisteredReports registered,
            DeadlineRule deadline,
            ReportConfig config,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.history = history;
        this.registered = registered;
        this.deadline = deadline;
        this.config = config;
        this.clock = clock;
    }

    /** Takes up as many as may be taken at once. Whether more may be waiting. Two replicas never take the same. */
    Uni<Boolean> takeUp() {
        Instant now = clock.instant();
        return pool.withTransaction(transaction -> store.takeDue(transaction, JapanTime.dateOf(now), config.dueAtOnce())
                .call(due -> due.isEmpty() ? Uni.createFrom().voidItem() : takeUp(transaction, due, now))
                .map(due -> due.size() == config.dueAtOnce()));
    }

    private Uni<Void> takeUp(SqlConnection transaction, List<StoredReport> due, Instant now) {
        return knownInsurers(transaction, due).flatMap(known -> {
            List<StoredReport> moved =
                    due.stream().map(report -> moved(report, known, now)).toList();
            List<UUID> filed = moved.stream()
                    .filter(report -> report.state() == ReportState.FILED)
                    .map(StoredReport::id)
                    .toList();
            return store.move(transaction, moved)
                    .flatMap(done -> history.add(
                            transaction,
                            moved.stream()
                                    .map(report -> Entry.ofState(report, now, ReportActor.SYSTEM))
                                    .toList()))
                    .flatMap(done -> registered.registerEntered(transaction, filed));
        });
    }

    private Uni<Set<InsurerNumber>> knownInsurers(SqlConnection transaction, List<StoredReport> reports) {
        List<InsurerNumber> named = reports.stream()
                .map(report -> report.content().insurer())
                .filter(Objects::nonNull)
                .toList();
        return store.known(transaction, named).map(HashSet::new);
    }

    private StoredReport moved(StoredReport report, Set<InsurerNumber> known, Instant now) {
        LocalDate today = JapanTime.dateOf(now);
        boolean insurerKnown = known.contains(report.content().insurer());
        return report.due(report.content().standing(today, insurerKnown), today, deadline);
    }
}
