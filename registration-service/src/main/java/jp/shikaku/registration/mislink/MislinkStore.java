package jp.shikaku.registration.mislink;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.mislink.MislinkCase;
import jp.shikaku.contracts.mislink.MislinkDisplay;
import jp.shikaku.contracts.mislink.MislinkObservation;
import jp.shikaku.contracts.mislink.MislinkReceipt;
import jp.shikaku.contracts.mislink.MislinkReport;
import jp.shikaku.contracts.mislink.MislinkState;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.enrolment.LinkedRecord;

/** The tables of cases and their reports; nothing in them is ever deleted. */
@ApplicationScoped
class MislinkStore {

    private static final int MOST_REPORTS = 100;

    /** The open case of the enrolment, now or before. */
    private static final String OPEN =
            """
            with opened as (
                insert into mislink_case (
                    id, enrolment_id, insurer_number, state, opened_at, given_out_since, linked_since, stopped_at)
                values ($1, $2, $3, 'OPEN', $4, $5, $6, $7)
                on conflict (enrolment_id) where state = 'OPEN' do nothing
                returning id)
            select id from opened
            union all
            select id from mislink_case where enrolment_id = $2 and state = 'OPEN'""";

    private static final String REPORT =
            """
            insert into mislink_report (
                id, case_id, reported_at, reporter_role, reporter_id, confirmation_number, observation, note)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String RECEIPT =
            """
            select r.case_id, r.reported_at, c.stopped_at from mislink_report r join mislink_case c on c.id = r.case_id
            where r.id = $1""";

    private static final String SELECT = MislinkRows.SELECT + "where ($1::text is null or c.insurer_number = $1)";

    private static final String ONE = SELECT + " and c.id = $2";

    private static final String LIST = SELECT
            + " and ($2::text is null or c.state = $2) and ($3::uuid is null or c.enrolment_id = $3)"
            + " and ($4::uuid is null or c.id > $4) order by c.id limit $5";

    private static final String REPORTS =
            "select * from mislink_report where case_id = $1 order by id limit " + MOST_REPORTS;

    private static final String DECIDE =
            """
            update mislink_case set state = $2, decided_at = $3, decided_by = $4, reason_code = $5, reason = $6
            where id = $1 and state = 'OPEN'""";

    private static final String STOPPED =
            """
            update mislink_case set stopped_at = $2
            where enrolment_id = any($1) and state = 'OPEN' and stopped_at is null
            returning opened_at""";

    private static final String COUNT_OPEN =
            """
            select count(*) as all_open, count(*) filter (where stopped_at is null) as stopping
            from mislink_case where state = 'OPEN'""";

    /** @param insurer empty for an operator, who sees every insurer's */
    Uni<Optional<MislinkCase>> find(SqlClient client, Optional<InsurerNumber> insurer, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(number(insurer), id))
                .map(rows -> rows.stream().map(MislinkRows::read).findFirst());
    }

    /** Since when the record of a case has been given out; {@code null} when it never was. */
    Uni<Optional<Instant>> givenOutSince(SqlClient client, UUID id) {
        return client.preparedQuery("select given_out_since from mislink_case where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.stream()
                        .map(row -> row.getOffsetDateTime("given_out_since"))
                        .filter(moment -> moment != null)
                        .map(OffsetDateTime::toInstant)
                        .findFirst());
    }

    Uni<List<MislinkCase>> list(
            SqlClient client, Optional<InsurerNumber> insurer, MislinkState state, UUID enrolmentId, PageRequest page) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(
                        number(insurer),
                        state == null ? null : state.name(),
                        enrolmentId,
                        page.after(),
                        page.limitPlusOne()))
                .map(rows -> rows.stream().map(MislinkRows::read).toList());
    }

    Uni<List<MislinkReport>> reports(SqlClient client, UUID caseId) {
        return client.preparedQuery(REPORTS)
                .execute(Tuple.of(caseId))
                .map(rows -> rows.stream().map(MislinkStore::report).toList());
    }

    /**
     * The id of the open case.
     *
     * @param isStopped whether nothing of it is shown, or about to be, as it opens
     */
    Uni<UUID> open(SqlClient transaction, UUID newId, LinkedRecord record, Instant now, boolean isStopped) {
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.from(Arrays.asList(
                        newId,
                        record.enrolmentId(),
                        record.insurer().value(),
                        at(now),
                        at(record.givenOutSince()),
                        at(record.linkedSince()),
                        isStopped ? at(now) : null)))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    Uni<Void> report(
            SqlClient transaction,
            UUID id,
            UUID caseId,
            Reporter reporter,
            ConfirmationNumber number,
            Suspicion suspicion,
            Instant now) {
        return transaction
                .preparedQuery(REPORT)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        caseId,
                        at(now),
                        reporter.role(),
                        reporter.id(),
                        number == null ? null : number.value(),
                        suspicion.observation().name(),
                        suspicion.note())))
                .replaceWithVoid();
    }

    Uni<MislinkReceipt> receipt(SqlClient client, UUID reportId) {
        return client.preparedQuery(RECEIPT).execute(Tuple.of(reportId)).map(rows -> {
            Row row = rows.iterator().next();
            return new MislinkReceipt(
                    row.getUUID("case_id"),
                    MislinkRows.moment(row, "reported_at"),
                    row.getOffsetDateTime("stopped_at") == null ? MislinkDisplay.STOPPING : MislinkDisplay.STOPPED);
        });
    }

    /** Whether the case was open until now. */
    Uni<Boolean> decide(SqlClient transaction, UUID id, MislinkVerdict verdict, String decidedBy, Instant now) {
        return transaction
                .preparedQuery(DECIDE)
                .execute(Tuple.of(
                        id,
                        verdict.endsAs().name(),
                        at(now),
                        decidedBy,
                        verdict.reasonCode().name(),
                        verdict.reason()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** @param stopping those whose display has not stopped yet */
    record OpenCases(long all, long stopping) {}

    /** The open cases of everybody. */
    Uni<OpenCases> open(SqlClient client) {
        return client.preparedQuery(COUNT_OPEN).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new OpenCases(row.getLong("all_open"), row.getLong("stopping"));
        });
    }

    /** Eligibility shows nothing of these any more; when their open cases were opened. */
    Uni<List<Instant>> stopped(SqlClient transaction, List<UUID> enrolments, Instant now) {
        return transaction
                .preparedQuery(STOPPED)
                .execute(Tuple.of(enrolments.toArray(UUID[]::new), at(now)))
                .map(rows -> rows.stream()
                        .map(row -> row.getOffsetDateTime("opened_at").toInstant())
                        .toList());
    }

    private static MislinkReport report(Row row) {
        String number = row.getString("confirmation_number");
        return new MislinkReport(
                MislinkRows.moment(row, "reported_at"),
                row.getString("reporter_role"),
                row.getString("reporter_id"),
                number == null ? null : ConfirmationNumber.of(number),
                MislinkObservation.of(row.getString("observation")),
                row.getString("note"));
    }

    private static String number(Optional<InsurerNumber> insurer) {
        return insurer.map(InsurerNumber::value).orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
