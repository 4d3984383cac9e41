package jp.shikaku.registration.progress;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.progress.ProgressFacts.Doubt;
import jp.shikaku.registration.progress.ProgressFacts.Linked;
import jp.shikaku.registration.progress.ProgressFacts.WaitingReport;

/** Reads across the tables of reports, enrolments, holds and suspected wrong links: dates and states, no data of a person. Writes nothing. */
@ApplicationScoped
class ProgressStore {

    /** By the check, or because somebody suspects a wrong link: for that no report sets a day. */
    private static final String DOUBTS =
            """
            with latest as (
                select v.enrolment_id, v.version from enrolment_version v
                join enrolment e on e.id = v.enrolment_id and e.latest_version = v.version
                where v.%s = $1)
            select h.opened_at, r.insurer_due_on
            from latest join hold h using (enrolment_id, version) left join report r using (enrolment_id)
            where h.state = 'OPEN'
            union all
            select c.opened_at, null from latest join mislink_case c using (enrolment_id) where c.state = 'OPEN'
            order by opened_at, insurer_due_on limit 1""";

    private static final String CLEARED =
            "select cleared_at from enrolment_version where %s = $1 and state = 'CLEARED' order by cleared_at limit 1";

    private static final String LINKED =
            """
            select acquired, lost, loss_reason from enrolment_version
            where %s = $1 and state = 'LINKED' order by acquired""";

    private static final String REPORTS =
            """
            select filed_at, insurer_due_on from report
            where person_key = $1 and state = 'FILED' and acquired is not null order by id limit 1""";

    private final Pool pool;

    ProgressStore(Pool pool) {
        this.pool = pool;
    }

    Uni<ProgressFacts> of(PersonKey person) {
        Uni<List<WaitingReport>> reports = list(REPORTS, person.value(), ProgressStore::report);
        return facts("person_key", person.value(), reports);
    }

    Uni<ProgressFacts> of(SubjectKey subject) {
        return facts("subject_key", subject.value(), Uni.createFrom().item(List.of()));
    }

    private Uni<ProgressFacts> facts(String column, String key, Uni<List<WaitingReport>> reports) {
        return Uni.combine()
                .all()
                .unis(
                        list(DOUBTS.formatted(column), key, ProgressStore::doubt),
                        list(CLEARED.formatted(column), key, row -> at(row, "cleared_at")
                                .toInstant()),
                        reports,
                        list(LINKED.formatted(column), key, ProgressStore::linked))
                .with(ProgressFacts::new);
    }

    private <T> Uni<List<T>> list(String query, String key, Function<Row, T> reader) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(key))
                .map(rows -> rows.stream().map(reader).toList());
    }

    private static Doubt doubt(Row row) {
        return new Doubt(at(row, "opened_at").toInstant(), row.getLocalDate("insurer_due_on"));
    }

    private static WaitingReport report(Row row) {
        return new WaitingReport(at(row, "filed_at").toInstant(), row.getLocalDate("insurer_due_on"));
    }

    private static Linked linked(Row row) {
        String reason = row.getString("loss_reason");
        return new Linked(
                CoveragePeriod.of(row.getLocalDate("acquired"), row.getLocalDate("lost")),
                reason == null ? null : LossReason.ofCode(reason));
    }

    private static OffsetDateTime at(Row row, String column) {
        return row.getOffsetDateTime(column);
    }
}
