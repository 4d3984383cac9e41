package jp.shikaku.registration.enrolment;

import java.time.OffsetDateTime;
import java.util.function.Function;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.database.RowsInsert;
import jp.shikaku.registration.hold.FindingsColumn;
import jp.shikaku.registration.individual.FiveItems;

/** How a version stands in its table. */
final class VersionRows {

    static final RowsInsert<Version> INSERT = RowsInsert.<Version>into("enrolment_version")
            .uuid("enrolment_id", Version::enrolmentId)
            .integer("version", Version::version)
            .text("insurer_number", version -> version.insurer().value())
            .code("state", Version::state)
            .text("person_key", version -> version.content().personKey().value())
            .text("subject_key", version -> version.subject().value())
            .text("symbol", version -> version.content().card().symbol())
            .text("number", version -> version.content().card().number())
            .text("branch", version -> version.content().card().branch())
            .text("card_class", version -> version.content().card().cardClass().code())
            .date("card_issued_on", version -> version.content().card().issuedOn())
            .date("card_valid_from", version -> version.content().card().validFrom())
            .date("card_expires_on", version -> version.content().card().expiresOn())
            .text("name", version -> version.content().person().name())
            .text("name_kana", version -> version.content().person().nameKana())
            .text("name_other", version -> version.content().details().nameOther())
            .text("name_other_kana", version -> version.content().details().nameOtherKana())
            .date("birth_date", version -> version.content().person().birthDate())
            .text("sex", version -> version.content().person().sex().code())
            .text("sex_on_card", version -> code(version.content().details().sexOnCard(), Sex::code))
            .text("postal_code", version -> version.content().details().postalCode())
            .text("address", version -> version.content().person().address())
            .text("relation", version -> version.content().relation().code())
            .text("burden_share", version -> code(version.content().burdenShare(), BurdenShare::code))
            .date("acquired", version -> version.content().acquired())
            .date("lost", version -> version.content().lost())
            .text("loss_reason", version -> code(version.content().lossReason(), LossReason::code))
            .json("findings", version -> FindingsColumn.write(version.findings()))
            .bool("medical_info_allowed", Version::medicalInfoAllowed)
            .uuid("hold_id", Version::holdId)
            .moment("entered_at", Version::enteredAt)
            .text("entered_by", Version::enteredBy)
            .moment("cleared_at", Version::clearedAt)
            .build();

    /** What {@link #read} reads, of a version {@code v} and its enrolment {@code e}. */
    static final String COLUMNS =
            """
            v.enrolment_id, v.version, v.insurer_number, e.record_key, v.state, v.person_key, v.subject_key, v.symbol, \
            v.number, v.branch, v.card_class, v.card_issued_on, v.card_valid_from, v.card_expires_on, v.name, \
            v.name_kana, v.name_other, v.name_other_kana, v.birth_date, v.sex, v.sex_on_card, v.postal_code, v.address, \
            v.relation, v.burden_share, v.acquired, v.lost, v.loss_reason, v.findings::text as findings, \
            v.medical_info_allowed, v.hold_id, v.entered_at, v.entered_by, v.cleared_at""";

    private VersionRows() {}

    static Version read(Row row) {
        return new Version(
                row.getUUID("enrolment_id"),
                row.getInteger("version"),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("record_key"),
                EnrolmentState.valueOf(row.getString("state")),
                SubjectKey.of(row.getString("subject_key")),
                content(row),
                FindingsColumn.read(row.getString("findings")),
                row.getBoolean("medical_info_allowed"),
                row.getUUID("hold_id"),
                row.getOffsetDateTime("entered_at").toInstant(),
                row.getString("entered_by"),
                read(row.getOffsetDateTime("cleared_at"), OffsetDateTime::toInstant));
    }

    private static RecordContent content(Row row) {
        return new RecordContent(
                PersonKey.of(row.getString("person_key")),
                new CardEntry(
                        row.getString("symbol"),
                        row.getString("number"),
                        row.getString("branch"),
                        CardClass.ofCode(row.getString("card_class")),
                        row.getLocalDate("card_issued_on"),
                        row.getLocalDate("card_valid_from"),
                        row.getLocalDate("card_expires_on")),
                new FiveItems(
                        row.getString("name"),
                        row.getString("name_kana"),
                        row.getLocalDate("birth_date"),
                        Sex.ofCode(row.getString("sex")),
                        row.getString("address")),
                new PersonDetails(
                        row.getString("name_other"),
                        row.getString("name_other_kana"),
                        read(row.getString("sex_on_card"), Sex::ofCode),
                        row.getString("postal_code")),
                FamilyRelation.ofCode(row.getString("relation")),
                read(row.getString("burden_share"), BurdenShare::ofCode),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"),
                read(row.getString("loss_reason"), LossReason::ofCode));
    }

    private static <T> String code(T value, Function<T, String> code) {
        return value == null ? null : code.apply(value);
    }

    private static <C, T> T read(C column, Function<C, T> reader) {
        return column == null ? null : reader.apply(column);
    }
}
