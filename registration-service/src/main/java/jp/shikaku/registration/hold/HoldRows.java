package jp.shikaku.registration.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.time.JapanTime;

/** How a hold is read, with what its insurer wants to know of the record and of the report behind it. */
public final class HoldRows {

    /** A correction was decided by who entered the version that ended the hold. */
    public static final String SELECT =
            """
            select h.id, h.enrolment_id, h.version, e.latest_version, h.state, h.cause, h.effect, h.opened_at,
                h.findings::text as findings, v.entered_by, h.decided_at, h.reason_code, h.reason,
                (select min(r.insurer_due_on) from report r where r.enrolment_id = h.enrolment_id)
                    as insurer_due_on,
                case when h.state <> 'CORRECTED' then h.decided_by else (
                    select n.entered_by from enrolment_version n
                    where n.enrolment_id = h.enrolment_id and n.entered_at <= h.decided_at
                    order by n.version desc limit 1) end as decided_by
            from hold h
            join enrolment_version v on v.enrolment_id = h.enrolment_id and v.version = h.version
            join enrolment e on e.id = h.enrolment_id
            """;

    private HoldRows() {}

    /** @param today in Japan, until which an open hold is as old as it is */
    public static Hold read(Row row, LocalDate today) {
        Instant openedAt = row.getOffsetDateTime("opened_at").toInstant();
        OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
        LocalDate lastDay = decidedAt == null ? today : JapanTime.dateOf(decidedAt.toInstant());
        String reasonCode = row.getString("reason_code");
        return new Hold(
                row.getUUID("id"),
                row.getUUID("enrolment_id"),
                row.getInteger("version"),
                row.getInteger("latest_version"),
                HoldState.valueOf(row.getString("state")),
                HoldCause.valueOf(row.getString("cause")),
                HoldEffect.valueOf(row.getString("effect")),
                JapanTime.wire(openedAt),
                (int) Math.max(0, ChronoUnit.DAYS.between(JapanTime.dateOf(openedAt), lastDay)),
                row.getLocalDate("insurer_due_on"),
                row.getString("entered_by"),
                FindingsColumn.read(row.getString("findings")),
                decidedAt == null ? null : JapanTime.wire(decidedAt.toInstant()),
                row.getString("decided_by"),
                reasonCode == null ? null : HoldReason.of(reasonCode),
                row.getString("reason"));
    }
}
