package jp.shikaku.registration.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.report.DependantRelationship;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.kit.database.RowsInsert;
import jp.shikaku.kit.request.PageRequest;

/** The table of reports. */
@ApplicationScoped
class ReportStore {

    private static final RowsInsert<StoredReport> INSERT = RowsInsert.<StoredReport>into("report")
            .uuid("id", StoredReport::id)
            .integer("version", StoredReport::version)
            .code("state", StoredReport::state)
            .text("employer_number", report -> report.employer().value())
            .code("kind", report -> report.content().kind())
            .text("reference", report -> report.content().reference())
            .text("insurer_number", report -> text(report.content().insurer(), InsurerNumber::value))
            .text("person_key", report -> text(report.content().person(), PersonKey::value))
            .text("name", report -> report.content().items().name())
            .text("name_kana", report -> report.content().items().nameKana())
            .date("birth_date", report -> report.content().items().birthDate())
            .text("sex", report -> text(report.content().items().sex(), Sex::code))
            .text("address", report -> report.content().items().address())
            .date("acquired", report -> report.content().acquired())
            .date("lost", report -> report.content().lost())
            .text("loss_reason", report -> text(report.content().lossReason(), LossReason::code))
            .text("relationship", report -> text(report.content().relationship(), DependantRelationship::name))
            .text("insured_person_key", report -> text(report.content().insuredPerson(), PersonKey::value))
            .text("insured_name", report -> report.content().insuredName())
            .json("points", report -> ReportColumns.points(report.points()))
            .text("note", StoredReport::note)
            .moment("filed_at", StoredReport::filedAt)
            .date("employer_due_on", StoredReport::employerDueOn)
            .date("insurer_due_on", StoredReport::insurerDueOn)
            .build();

    private static final String CORRECT =
            """
            update report set
                version = $2, state = $3, kind = $4, reference = $5, insurer_number = $6, person_key = $7, name = $8,
                name_kana = $9, birth_date = $10, sex = $11, address = $12, acquired = $13, lost = $14,
                loss_reason = $15, relationship = $16, insured_person_key = $17, insured_name = $18,
                points = $19::text::jsonb, note = $20, filed_at = $21, employer_due_on = $22, insurer_due_on = $23
            where id = $1""";

    private static final String MOVE =
            """
            update report r set
                version = m.version, state = m.state, points = m.points::jsonb, note = m.note, filed_at = m.filed_at,
                insurer_due_on = m.insurer_due_on
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::date[])
                as m (id, version, state, points, note, filed_at, insurer_due_on)
            where r.id = m.id""";

    private static final String SELECT = "select " + ReportRow.COLUMNS + "from report\n";

    private static final String OF_EMPLOYER = SELECT + "where employer_number = $1 and id = $2";

    private static final String LIST_OF_EMPLOYER = SELECT
            + """
            where employer_number = $1 and ($2::uuid is null or id > $2) and ($4::text is null or state = $4)
            order by id limit $3""";

    private static final String TAKE_DUE = SELECT
            + """
            where state = 'PREPARED' and fact_on <= $1
            order by fact_on, id limit $2 for update skip locked""";

    private static final String KNOWN_INSURERS = "select insurer_number from insurer where insurer_number = any($1)";

    Uni<Void> insert(SqlConnection transaction, List<StoredReport> reports) {
        return INSERT.execute(transaction, reports);
    }

    /** Writes the whole of {@code report}, which is locked. */
    Uni<Void> correct(SqlConnection transaction, StoredReport report) {
        ReportContent content = report.content();
        return transaction
                .preparedQuery(CORRECT)
                .execute(Tuple.from(Arrays.asList(
                        report.id(),
                        report.version(),
                        report.state().name(),
                        content.kind().name(),
                        content.reference(),
                        text(content.insurer(), InsurerNumber::value),
                        text(content.person(), PersonKey::value),
                        content.items().name(),
                        content.items().nameKana(),
                        content.items().birthDate(),
                        text(content.items().sex(), Sex::code),
                        content.items().address(),
                        content.acquired(),
                        content.lost(),
                        text(content.lossReason(), LossReason::code),
                        text(content.relationship(), DependantRelationship::name),
                        text(content.insuredPerson(), PersonKey::value),
                        content.insuredName(),
                        ReportColumns.points(report.points()),
                        report.note(),
                        moment(report.filedAt()),
                        report.employerDueOn(),
                        report.insurerDueOn())))
                .replaceWithVoid();
    }

    /** Writes what of {@code reports}, which are locked, is not their contents. */
    Uni<Void> move(SqlConnection transaction, List<StoredReport> reports) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.from(Arrays.asList(
                        column(reports, StoredReport::id, UUID[]::new),
                        column(reports, StoredReport::version, Integer[]::new),
                        column(reports, report -> report.state().name(), String[]::new),
                        column(reports, report -> ReportColumns.points(report.points()), String[]::new),
                        column(reports, StoredReport::note, String[]::new),
                        column(reports, report -> moment(report.filedAt()), OffsetDateTime[]::new),
                        column(reports, StoredReport::insurerDueOn, LocalDate[]::new))))
                .replaceWithVoid();
    }

    Uni<Optional<StoredReport>> find(SqlClient client, CorporateNumber employer, UUID id) {
        return one(client, OF_EMPLOYER, Tuple.of(employer.value(), id));
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Uni<Optional<StoredReport>> lock(SqlConnection transaction, CorporateNumber employer, UUID id) {
        return one(transaction, OF_EMPLOYER + " for update", Tuple.of(employer.value(), id));
    }

    /** @param state {@code null} for reports in every state */
    Uni<List<StoredReport>> list(SqlClient client, CorporateNumber employer, ReportState state, PageRequest page) {
        return all(
                client,
                LIST_OF_EMPLOYER,
                Tuple.from(Arrays.asList(
                        employer.value(), page.after(), page.limitPlusOne(), text(state, ReportState::name))));
    }

    /** Prepared reports whose day has come, the oldest first; what somebody else is at is left to them. */
    Uni<List<StoredReport>> takeDue(SqlConnection transaction, LocalDate today, int limit) {
        return all(transaction, TAKE_DUE, Tuple.of(today, limit));
    }

    /** Those of {@code insurers} that take part. */
    Uni<List<InsurerNumber>> known(SqlClient client, List<InsurerNumber> insurers) {
        String[] numbers =
                insurers.stream().map(InsurerNumber::value).distinct().toArray(String[]::new);
        return client.preparedQuery(KNOWN_INSURERS)
                .execute(Tuple.of((Object) numbers))
                .map(rows -> rows.stream()
                        .map(row -> InsurerNumber.of(row.getString("insurer_number")))
                        .toList());
    }

    private static Uni<Optional<StoredReport>> one(SqlClient client, String query, Tuple values) {
        return all(client, query, values).map(found -> found.stream().findFirst());
    }

    private static Uni<List<StoredReport>> all(SqlClient client, String query, Tuple values) {
        return client.preparedQuery(query)
                .execute(values)
                .map(rows -> rows.stream().map(ReportRow::read).toList());
    }

    private static <T> T[] column(List<StoredReport> reports, Function<StoredReport, T> value, IntFunction<T[]> array) {
        return reports.stream().map(value).toArray(array);
    }

    private static <T> String text(T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
