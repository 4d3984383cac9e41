package jp.shikaku.registration.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.database.RowsInsert;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.database.Conditions;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;
import jp.shikaku.registration.hold.Holds.Withdrawal;

/** The table of holds. */
@ApplicationScoped
class HoldStore {

    /**
     * A hold that somebody wants to decide on.
     *
     * @param enteredBy who entered its version; {@code null} when not known
     * @param decidedIn the submission of many decisions that decided it; {@code null} for none
     */
    record NamedHold(UUID id, UUID enrolmentId, int version, HoldState state, String enteredBy, UUID decidedIn) {}

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

    private static final String NAMED =
            """
            select h.id, h.enrolment_id, h.version, h.state, v.entered_by, h.decided_in from hold h
            join enrolment_version v on v.enrolment_id = h.enrolment_id and v.version = h.version
            where h.id = any($1) and h.insurer_number = $2""";

    private static final String PAST =
            """
            select hold.enrolment_id, hold.version, state, findings::text as findings
            from unnest($1::uuid[], $2::int[]) as d (enrolment_id, version)
            join hold on hold.enrolment_id = d.enrolment_id and hold.version = d.version
            where state in ('OPEN', 'CONFIRMED')""";

    private static final String DECIDE =
            """
            update hold h set state = d.state, decided_at = $5, reason_code = d.reason_code, reason = d.reason,
                decided_by = $6, decided_in = $7
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as d (id, state, reason_code, reason)
            where h.id = d.id and h.state = 'OPEN'
            returning h.id""";

    private static final String WITHDRAWN =
            """
            update hold h set state = 'WITHDRAWN', decided_at = $4, reason_code = w.reason_code, reason = w.reason,
                decided_by = $5, decided_in = $6
            from unnest($1::uuid[], $2::text[], $3::text[]) as w (enrolment_id, reason_code, reason)
            where h.enrolment_id = w.enrolment_id and h.state = 'OPEN'""";

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

    Uni<PastDoubts> past(SqlClient transaction, UUID[] enrolments, Integer[] versions) {
        return transaction
                .preparedQuery(PAST)
                .execute(Tuple.of(enrolments, versions))
                .map(rows -> {
                    Set<DoubtedVersion> open = new HashSet<>();
                    Map<DoubtedVersion, Set<String>> confirmed = new HashMap<>();
                    rows.forEach(row -> {
                        DoubtedVersion version =
                                new DoubtedVersion(row.getUUID("enrolment_id"), row.getInteger("version"));
                        if (row.getString("state").equals(HoldState.OPEN.name())) {
                            open.add(version);
                        } else {
                            FindingsColumn.read(row.getString("findings")).forEach(finding -> confirmed
                                    .computeIfAbsent(version, key -> new HashSet<>())
                                    .add(finding.code()));
                        }
                    });
                    return new PastDoubts(open, confirmed);
                });
    }

    /** Those of {@code ids} that are the insurer's. */
    Uni<Map<UUID, NamedHold>> named(SqlClient client, InsurerNumber insurer, Collection<UUID> ids) {
        return client.preparedQuery(NAMED)
                .execute(Tuple.of(ids.toArray(UUID[]::new), insurer.value()))
                .map(rows -> rows.stream()
                        .map(HoldStore::named)
                        .collect(Collectors.toMap(NamedHold::id, Function.identity())));
    }

    /** Which of these holds were open until now. */
    Uni<Set<UUID>> decide(SqlClient transaction, Map<UUID, Decision> decisions, Deciding who, Instant now) {
        List<UUID> ids = List.copyOf(decisions.keySet());
        return transaction
                .preparedQuery(DECIDE)
                .execute(Tuple.from(Arrays.asList(
                        ids.toArray(UUID[]::new),
                        texts(ids, id -> decisions.get(id).endsAs().name()),
                        texts(ids, id -> decisions.get(id).reasonCode().name()),
                        texts(ids, id -> decisions.get(id).reason()),
                        at(now),
                        who.by(),
                        who.submission())))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).collect(Collectors.toSet()));
    }

    /** Whatever is still open about withdrawn enrolments is over. */
    Uni<Void> withdrawn(SqlClient transaction, List<Withdrawal> withdrawals, Deciding who, Instant now) {
        return transaction
                .preparedQuery(WITHDRAWN)
                .execute(Tuple.from(Arrays.asList(
                        withdrawals.stream().map(Withdrawal::enrolmentId).toArray(UUID[]::new),
                        texts(withdrawals, withdrawal -> withdrawal.reasonCode().name()),
                        texts(withdrawals, Withdrawal::reason),
                        at(now),
                        who.by(),
                        who.submission())))
                .replaceWithVoid();
    }

    Uni<Optional<Hold>> find(SqlClient client, InsurerNumber insurer, UUID id, LocalDate today) {
        return client.preparedQuery(HoldRows.SELECT + "where h.id = $1 and h.insurer_number = $2")
                .execute(Tuple.of(id, insurer.value()))
                .map(rows -> rows.stream().map(row -> HoldRows.read(row, today)).findFirst());
    }

    Uni<List<Hold>> list(
            SqlClient client, InsurerNumber insurer, HoldFilter filter, PageRequest page, LocalDate today) {
        Conditions wanted = filter.conditions(insurer, today)
                .and("h.id > ?", page.after())
                .then("order by h.id limit ?", page.limitPlusOne());
        return client.preparedQuery(HoldRows.SELECT + wanted.sql())
                .execute(wanted.values())
                .map(rows -> rows.stream().map(row -> HoldRows.read(row, today)).toList());
    }

    private static NamedHold named(Row row) {
        return new NamedHold(
                row.getUUID("id"),
                row.getUUID("enrolment_id"),
                row.getInteger("version"),
                HoldState.valueOf(row.getString("state")),
                row.getString("entered_by"),
                row.getUUID("decided_in"));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
