package jp.shikaku.registration.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.registration.database.Conditions;

/** Reads the periods of reports from their table. Writes nothing. */
@ApplicationScoped
class DeadlineStore {

    /**
     * A report, seen as one of its periods.
     *
     * @param insurer {@code null} while a prepared report names none
     * @param doneAt {@code null} while it runs
     * @param heldSince {@code null} when nothing about its record is in doubt
     */
    record Period(
            UUID reportId,
            ReportKind kind,
            ReportState reportState,
            String reference,
            CorporateNumber employer,
            InsurerNumber insurer,
            LocalDate since,
            LocalDate dueOn,
            OffsetDateTime doneAt,
            OffsetDateTime heldSince) {}

    private static final String AFTER = "(%1$s, r.id) > (select %1$s, r.id from report r where r.id = ?)";
    private static final String IN_DOUBT = "r.enrolment_id in (select enrolment_id from hold where state = 'OPEN')";

    private final Pool pool;
    private final DeadlineStates states;

    DeadlineStore(Pool pool, DeadlineStates states) {
        this.pool = pool;
        this.states = states;
    }

    /** Due first. */
    Uni<List<Period>> list(DeadlineFilter filter, LocalDate today, UUID after, int limit) {
        ClockColumns columns = ClockColumns.of(filter.clock());
        Conditions wanted = conditions(filter, columns, today)
                .and(AFTER.formatted(columns.due()), after)
                .then("order by %s, r.id limit ?".formatted(columns.due()), limit);
        return pool.preparedQuery(columns.select() + wanted.sql())
                .execute(wanted.values())
                .map(rows -> rows.stream().map(DeadlineStore::period).toList());
    }

    private Conditions conditions(DeadlineFilter filter, ClockColumns columns, LocalDate today) {
        Conditions conditions = Conditions.where(inQuestion(filter, columns))
                .and(
                        "r.insurer_number = ?",
                        filter.insurer() == null ? null : filter.insurer().value())
                .and(
                        "r.employer_number = ?",
                        filter.employer() == null ? null : filter.employer().value())
                .and("r.kind = ?", filter.kind() == null ? null : filter.kind().name())
                .and(columns.due() + " >= ?", filter.dueFrom())
                .and(columns.due() + " <= ?", filter.dueUntil());
        if (filter.held()) {
            conditions.and(IN_DOUBT);
        }
        if (filter.state() != null) {
            narrow(conditions, filter.state(), columns, today);
        }
        return conditions;
    }

    private static String inQuestion(DeadlineFilter filter, ClockColumns columns) {
        boolean ended =
                filter.held() || filter.state() != null && !filter.state().isRunning();
        return ended ? columns.ended() : columns.runs();
    }

    private void narrow(Conditions conditions, DeadlineState state, ClockColumns columns, LocalDate today) {
        switch (state) {
            case ON_TIME -> conditions.and(columns.due() + " > ?", states.lastNear(today));
            case DUE_SOON ->
                conditions.and(columns.due() + " >= ?", today).and(columns.due() + " <= ?", states.lastNear(today));
            case OVERDUE -> conditions.and(columns.due() + " < ?", today);
            case DONE -> conditions.and("not " + columns.late());
            case DONE_LATE -> conditions.and(columns.late());
        }
    }

    private static Period period(Row row) {
        String insurer = row.getString("insurer_number");
        return new Period(
                row.getUUID("id"),
                ReportKind.of(row.getString("kind")),
                ReportState.of(row.getString("state")),
                row.getString("reference"),
                CorporateNumber.of(row.getString("employer_number")),
                insurer == null ? null : InsurerNumber.of(insurer),
                row.getLocalDate("since"),
                row.getLocalDate("due_on"),
                row.getOffsetDateTime("done_at"),
                row.getOffsetDateTime("held_since"));
    }
}
