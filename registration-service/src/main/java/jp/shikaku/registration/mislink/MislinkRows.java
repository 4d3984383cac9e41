package jp.shikaku.registration.mislink;

import java.time.OffsetDateTime;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.mislink.MislinkCase;
import jp.shikaku.contracts.mislink.MislinkState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.time.JapanTime;

/** How cases are selected, and read as they are told; without their reports. */
public final class MislinkRows {

    /** To be followed by conditions on the case {@code c}. */
    public static final String SELECT =
            """
            select c.*, e.record_key, (select count(*)::int from mislink_report r where r.case_id = c.id) as report_count
            from mislink_case c join enrolment e on e.id = c.enrolment_id
            """;

    private MislinkRows() {}

    public static MislinkCase read(Row row) {
        String reasonCode = row.getString("reason_code");
        return new MislinkCase(
                row.getUUID("id"),
                MislinkState.of(row.getString("state")),
                InsurerNumber.of(row.getString("insurer_number")),
                row.getUUID("enrolment_id"),
                row.getString("record_key"),
                moment(row, "opened_at"),
                moment(row, "linked_since"),
                moment(row, "stopped_at"),
                row.getInteger("report_count"),
                null,
                moment(row, "decided_at"),
                row.getString("decided_by"),
                reasonCode == null ? null : HoldReason.of(reasonCode),
                row.getString("reason"));
    }

    static OffsetDateTime moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : JapanTime.wire(moment.toInstant());
    }
}
