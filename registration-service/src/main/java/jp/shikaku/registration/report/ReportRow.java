package jp.shikaku.registration.report;

import java.time.OffsetDateTime;
import java.util.function.Function;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.report.DependantRelationship;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.registration.individual.FiveItems;

/** How a report is read from its row. */
final class ReportRow {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS =
            """
            id, version, state, employer_number, kind, reference, insurer_number, person_key, name, name_kana,
            birth_date, sex, address, acquired, lost, loss_reason, relationship, insured_person_key, insured_name,
            points::text as points, note, filed_at, employer_due_on, insurer_due_on
            """;

    private ReportRow() {}

    static StoredReport read(Row row) {
        return new StoredReport(
                row.getUUID("id"),
                row.getInteger("version"),
                ReportState.of(row.getString("state")),
                CorporateNumber.of(row.getString("employer_number")),
                content(row),
                ReportColumns.points(row.getString("points")),
                row.getString("note"),
                value(row.getOffsetDateTime("filed_at"), OffsetDateTime::toInstant),
                row.getLocalDate("employer_due_on"),
                row.getLocalDate("insurer_due_on"));
    }

    private static ReportContent content(Row row) {
        return new ReportContent(
                ReportKind.of(row.getString("kind")),
                row.getString("reference"),
                value(row.getString("insurer_number"), InsurerNumber::of),
                value(row.getString("person_key"), PersonKey::of),
                new FiveItems(
                        row.getString("name"),
                        row.getString("name_kana"),
                        row.getLocalDate("birth_date"),
                        value(row.getString("sex"), Sex::ofCode),
                        row.getString("address")),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"),
                value(row.getString("loss_reason"), LossReason::ofCode),
                value(row.getString("relationship"), DependantRelationship::of),
                value(row.getString("insured_person_key"), PersonKey::of),
                row.getString("insured_name"));
    }

    private static <S, T> T value(S stored, Function<S, T> reader) {
        return stored == null ? null : reader.apply(stored);
    }
}
