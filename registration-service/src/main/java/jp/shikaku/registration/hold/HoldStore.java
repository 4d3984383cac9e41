package jp.shikaku.registration.hold;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.database.RowsInsert;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;

/** The table of holds. */
@ApplicationScoped
class HoldStore {

    private static final String COLUMNS =
            "id, enrolment_id, version, state, opened_at, findings::text as findings, decided_at, reason_code, reason";

    private static final RowsInsert<NewHold> OPEN = RowsInsert.<NewHold>into("hold")
            .uuid("id", NewHold::id)
            .uuid("enrolment_id", NewHold::enrolmentId)
            .integer("version", NewHold::version)
            .text("insurer_number", hold -> hold.insurer().value())
            .text("state", hold -> HoldState.OPEN.name())
            .code("cause", NewHold::cause)
            .code("effect", NewHold::effect)
            .json("findings", hold -> FindingsColumn.write(hold.findings()))
            .moment("opened_at", NewHold::openedAt)
            .build();

    private static final String CORRECTED =
            """
            update hold set state = 'CORRECTED', decided_at = $3
            from unnest($1::uuid[], $2::int[]) as c (enrolment_id, version)
            where hold.enrolment_id = c.enrolment_id and hold.version = c.version and hold.state = 'OPEN'""";

    private static final String STOPPING =
            """
            select enrolment_id, version from hold
            where enrolment_id = any($1) and state = 'OPEN' and effect = 'STOPS_LINKAGE'""";

    private static final String DECIDE =
            """
            update hold set state = $2, decided_at = $3, reason_code = $4, reason = $5, decided_by = $6
            where id = $1 and state = 'OPEN'""";

    Uni<Void> open(SqlClient transaction, List<NewHold> holds) {
        return OPEN.execute(transaction, holds);
    }

    Uni<Void> corrected(SqlClient transaction, UUID[] enrolments, Integer[] versions, Instant now) {
        return transaction
                .preparedQuery(CORRECTED)
                .execute(Tuple.of(enrolments, versions, at(now)))
                .replaceWithVoid();
    }

    Uni<Set<DoubtedVersion>> stopping(SqlClient transaction, UUID[] enrolments) {
        return transaction
                .preparedQuery(STOPPING)
                .execute(Tuple.of((Object) enrolments))
                .map(rows -> rows.stream()
                        .map(row -> new DoubtedVersion(row.getUUID("enrolment_id"), row.getInteger("version")))
                        .collect(Collectors.toSet()));
    }

    /** Whether the hold was open until now. */
    Uni<Boolean> decide(SqlClient transaction, UUID id, Decision decision, String decidedBy, Instant now) {
        return transaction
                .preparedQuery(DECIDE)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        decision.endsAs().name(),
                        at(now),
                        decision.reasonCode().name(),
                        decision.reason(),
                        decidedBy)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<Hold>> find(SqlClient client, InsurerNumber insurer, UUID id) {
        return client.preparedQuery("select " + COLUMNS + " from hold where id = $1 and insurer_number = $2")
                .execute(Tuple.of(id, insurer.value()))
                .map(rows -> rows.stream().map(HoldStore::hold).findFirst());
    }

    /** @param state {@code null} for holds in every state */
    Uni<List<Hold>> list(SqlClient client, InsurerNumber insurer, HoldState state, PageRequest page) {
        String which = state == null ? "" : "and state = '" + state.name() + "' ";
        return client.preparedQuery("select " + COLUMNS + " from hold where insurer_number = $1 " + which
                        + "and ($2::uuid is null or id > $2) order by id limit $3")
                .execute(Tuple.of(insurer.value(), page.after(), page.limitPlusOne()))
                .map(rows -> rows.stream().map(HoldStore::hold).toList());
    }

    private static Hold hold(Row row) {
        OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
        String reasonCode = row.getString("reason_code");
        return new Hold(
                row.getUUID("id"),
                row.getUUID("enrolment_id"),
                row.getInteger("version"),
                HoldState.valueOf(row.getString("state")),
                JapanTime.wire(row.getOffsetDateTime("opened_at").toInstant()),
                FindingsColumn.read(row.getString("findings")),
                decidedAt == null ? null : JapanTime.wire(decidedAt.toInstant()),
                reasonCode == null ? null : HoldReason.of(reasonCode),
                row.getString("reason"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
