package jp.shikaku.registration.linkage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.linkage.CoverageDelivery;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * An announcement to be sent.
 *
 * @param coverageVersion the number eligibility knows it by
 * @param attempts including the one that is about to be made
 */
record OutboxItem(
        UUID enrolmentId,
        int coverageVersion,
        CoverageVersion coverage,
        Priority priority,
        int attempts,
        Instant queuedAt) {

    /** What is told of a version. */
    static final String COVERAGE_COLUMNS =
            """
            person_key, insurer_number, symbol, number, branch, card_class, card_issued_on, card_valid_from, \
            card_expires_on, name, name_kana, name_other, name_other_kana, sex, sex_on_card, birth_date, postal_code, \
            address, relation, burden_share, acquired, lost, loss_reason""";

    private static final Comparator<OutboxItem> IN_ORDER =
            Comparator.comparing(OutboxItem::enrolmentId).thenComparing(OutboxItem::coverageVersion);

    /** The announcements of each enrolment in the order of their numbers. */
    static List<OutboxItem> all(RowSet<Row> rows) {
        return rows.stream().map(OutboxItem::of).sorted(IN_ORDER).toList();
    }

    CoverageDelivery delivery() {
        return new CoverageDelivery(enrolmentId, coverageVersion, coverage);
    }

    private static OutboxItem of(Row row) {
        return new OutboxItem(
                row.getUUID("enrolment_id"),
                row.getInteger("coverage_version"),
                coverage(row),
                Priority.values()[row.getShort("priority")],
                row.getInteger("attempts"),
                row.getOffsetDateTime("queued_at").toInstant());
    }

    private static CoverageVersion coverage(Row row) {
        String sexOnCard = row.getString("sex_on_card");
        String burdenShare = row.getString("burden_share");
        String lossReason = row.getString("loss_reason");
        return new CoverageVersion(
                PersonKey.of(row.getString("person_key")),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("symbol"),
                row.getString("number"),
                row.getString("branch"),
                CardClass.ofCode(row.getString("card_class")),
                row.getLocalDate("card_issued_on"),
                row.getLocalDate("card_valid_from"),
                row.getLocalDate("card_expires_on"),
                row.getString("name"),
                row.getString("name_kana"),
                row.getString("name_other"),
                row.getString("name_other_kana"),
                Sex.ofCode(row.getString("sex")),
                sexOnCard == null ? null : Sex.ofCode(sexOnCard),
                row.getLocalDate("birth_date"),
                row.getString("postal_code"),
                row.getString("address"),
                FamilyRelation.ofCode(row.getString("relation")),
                burdenShare == null ? null : BurdenShare.ofCode(burdenShare),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"),
                lossReason == null ? null : LossReason.ofCode(lossReason),
                row.getBoolean("may_view_medical_info"),
                CoverageState.valueOf(row.getString("coverage_state")));
    }

    /** Names the announcement, not the person (R1). */
    @Override
    public String toString() {
        return enrolmentId + "/" + coverageVersion;
    }
}
