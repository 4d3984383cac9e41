package jp.shikaku.registration.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.kit.request.PageRequest;

/** The table of reports, as insurers see it: with their own records of the persons beside. */
@ApplicationScoped
class WaitingReportStore {

    private static final String LATEST_OF =
            """
            left join lateral (
                select v.enrolment_id from enrolment_version v
                join enrolment e on e.id = v.enrolment_id and e.latest_version = v.version
                where v.person_key = r.%1$s and v.insurer_number = r.insurer_number
                    and v.state not in ('SUPERSEDED', 'WITHDRAWN')
                order by v.acquired desc, v.enrolment_id desc limit 1) %2$s on true
            """;

    private static final String WITH_RECORDS =
            """
            select r.*, own.enrolment_id as own_enrolment, insured.enrolment_id as insured_enrolment
            from (select %s, enrolment_id from report where insurer_number = $1 and %%s) r
            """
                            .formatted(ReportRow.COLUMNS)
                    + LATEST_OF.formatted("person_key", "own")
                    + LATEST_OF.formatted("insured_person_key", "insured");

    private static final String FIND = WITH_RECORDS.formatted("id = $2 and state in ('FILED', 'REGISTERED')");

    private static final String LIST = WITH_RECORDS.formatted(
                    """
                    state = 'FILED' and ($4::text is null or kind = $4)
                        and ($2::uuid is null or (insurer_due_on, id) > (
                            select p.insurer_due_on, p.id from report p where p.id = $2 and p.insurer_number = $1))
                    order by insurer_due_on, id limit $3""")
            + "order by r.insurer_due_on, r.id";

    private static final String LOCK = "select " + ReportRow.COLUMNS
            + "from report where insurer_number = $1 and id = $2 and state = 'FILED' for update";

    /** One that waits, or that the insurer has registered. */
    Uni<Optional<WaitingReport>> find(SqlClient client, InsurerNumber insurer, UUID id) {
        return client.preparedQuery(FIND).execute(Tuple.of(insurer.value(), id)).map(rows -> rows.stream()
                .map(WaitingReportStore::waitingReport)
                .findFirst());
    }

    /**
     * Those that wait, due first.
     *
     * @param kind {@code null} for all kinds
     */
    Uni<List<WaitingReport>> list(SqlClient client, InsurerNumber insurer, ReportKind kind, PageRequest page) {
        return client.preparedQuery(LIST)
                .execute(Tuple.from(Arrays.asList(
                        insurer.value(), page.after(), page.limitPlusOne(), kind == null ? null : kind.name())))
                .map(rows ->
                        rows.stream().map(WaitingReportStore::waitingReport).toList());
    }

    /** One that waits; nobody else changes it before the transaction ends. */
    Uni<Optional<StoredReport>> lock(SqlConnection transaction, InsurerNumber insurer, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(insurer.value(), id))
                .map(rows -> rows.stream().map(ReportRow::read).findFirst());
    }

    private static WaitingReport waitingReport(Row row) {
        return new WaitingReport(
                ReportRow.read(row),
                row.getUUID("enrolment_id"),
                row.getUUID("own_enrolment"),
                row.getUUID("insured_enrolment"));
    }
}
