package jp.shikaku.eligibility.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.time.JapanTime;

/** The table of looks: written to, read, never changed. */
@ApplicationScoped
public class LookLog {

    private static final String RECORD =
            "insert into look (%s) values (%s)".formatted(LookRecord.COLUMNS, LookRecord.placeholders(1));

    /**
     * Looks at a coverage: at itself, at its person by any card, and by its card while it was not one person. An insurer
     * is told neither of other cards nor of the family on the same card.
     */
    private static final String AT_COVERAGE =
            """
            select l.id, l.at, l.actor_role, l.actor_id, l.on_behalf_of, l.purpose, l.confirmation_number, l.as_of,
                l.validity, l.coverage_shown and l.enrolment_id is not distinct from c.enrolment_id as data_shown
            from coverage c join look l
                on l.enrolment_id = c.enrolment_id
                or (l.subject_key = c.subject_key and (l.person_key is null or l.person_key = c.person_key))
                or ($2::text is null and l.person_key = c.person_key)
            where c.enrolment_id = $1 and ($2::text is null or c.insurer_number = $2) and ($3::uuid is null or l.id > $3)
                and ($4::timestamptz is null or l.at >= $4)
            order by l.id limit $5""";

    private final Pool pool;

    LookLog(Pool pool) {
        this.pool = pool;
    }

    /** Completes when the record is durable. */
    public Uni<Void> record(LookRecord look) {
        Tuple parameters = Tuple.tuple();
        look.addTo(parameters);
        return pool.preparedQuery(RECORD).execute(parameters).replaceWithVoid();
    }

    /** Completes when all records are durable; none is when it fails. */
    public Uni<Void> record(List<LookRecord> looks) {
        return record(pool, looks);
    }

    /** The same in a transaction of the caller's. */
    public Uni<Void> record(SqlClient client, List<LookRecord> looks) {
        if (looks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> all = looks.stream()
                .map(look -> {
                    Tuple parameters = Tuple.tuple();
                    look.addTo(parameters);
                    return parameters;
                })
                .toList();
        return client.preparedQuery(RECORD).executeBatch(all).replaceWithVoid();
    }

    /** Whether the coverage of {@code enrolmentId} was linked here, by {@code insurer} when one is given. */
    Uni<Boolean> knows(UUID enrolmentId, Optional<InsurerNumber> insurer) {
        return pool.preparedQuery(
                        "select 1 from coverage where enrolment_id = $1 and ($2::text is null or insurer_number = $2)")
                .execute(Tuple.of(enrolmentId, insurer.map(InsurerNumber::value).orElse(null)))
                .map(rows -> rows.size() == 1);
    }

    /**
     * The looks at one coverage, oldest first. An insurer is told of the looks by its own card only.
     *
     * @param since the first moment that counts; {@code null} for all
     * @param after id of the last look already known; {@code null} for the first page
     */
    Uni<List<Look>> at(UUID enrolmentId, Optional<InsurerNumber> insurer, Instant since, UUID after, int limit) {
        return pool.preparedQuery(AT_COVERAGE)
                .execute(Tuple.of(
                        enrolmentId,
                        insurer.map(InsurerNumber::value).orElse(null),
                        after,
                        since == null ? null : since.atOffset(ZoneOffset.UTC),
                        limit))
                .map(rows -> rows.stream().map(LookLog::look).toList());
    }

    private static Look look(Row row) {
        return new Look(
                row.getUUID("id"),
                JapanTime.wire(row.getOffsetDateTime("at").toInstant()),
                row.getString("actor_role"),
                row.getString("actor_id"),
                row.getString("on_behalf_of"),
                LookPurpose.valueOf(row.getString("purpose")),
                new ConfirmationNumber(row.getString("confirmation_number")),
                row.getLocalDate("as_of"),
                Validity.ofCode(row.getShort("validity")),
                row.getBoolean("data_shown"));
    }
}
