package jp.shikaku.registration.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.report.AcquisitionReport;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.deadline.DeadlineRule;

/** The table of filed reports. */
@ApplicationScoped
class ReportStore {

    private static final String INSERT =
            """
            insert into acquisition_report (
                id, state, employer_number, insurer_number, person_key, name, name_kana, birth_date, sex, address,
                acquired, filed_at, employer_due_on, insurer_due_on)
            values ($1, 'FILED', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""";

    private static final String SEEN_BY_EMPLOYER =
            """
            select id, state, insurer_number, acquired, filed_at, employer_due_on, insurer_due_on
            from acquisition_report where employer_number = $1""";

    Uni<Void> insert(
            SqlClient client,
            UUID id,
            CorporateNumber employer,
            PersonKey person,
            Filing filing,
            OffsetDateTime now,
            LocalDate employerDueOn,
            LocalDate insurerDueOn) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        employer.value(),
                        filing.insurer().value(),
                        person.value(),
                        filing.person().name(),
                        filing.person().nameKana(),
                        filing.person().birthDate(),
                        filing.person().sex().code(),
                        filing.person().address(),
                        filing.acquired(),
                        now,
                        employerDueOn,
                        insurerDueOn)))
                .replaceWithVoid();
    }

    Uni<Optional<AcquisitionReport>> find(SqlClient client, CorporateNumber employer, UUID id) {
        return client.preparedQuery(SEEN_BY_EMPLOYER + " and id = $2")
                .execute(Tuple.of(employer.value(), id))
                .map(rows -> rows.stream().map(ReportStore::report).findFirst());
    }

    Uni<List<AcquisitionReport>> list(SqlClient client, CorporateNumber employer, PageRequest page) {
        return client.preparedQuery(SEEN_BY_EMPLOYER + " and ($2::uuid is null or id > $2) order by id limit $3")
                .execute(Tuple.of(employer.value(), page.after(), page.limitPlusOne()))
                .map(rows -> rows.stream().map(ReportStore::report).toList());
    }

    private static AcquisitionReport report(Row row) {
        OffsetDateTime filedAt = row.getOffsetDateTime("filed_at");
        LocalDate employerDueOn = row.getLocalDate("employer_due_on");
        return new AcquisitionReport(
                row.getUUID("id"),
                ReportState.valueOf(row.getString("state")),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getLocalDate("acquired"),
                JapanTime.wire(filedAt.toInstant()),
                employerDueOn,
                DeadlineRule.isLate(employerDueOn, JapanTime.dateOf(filedAt.toInstant())),
                row.getLocalDate("insurer_due_on"));
    }
}
