package jp.shikaku.eligibility.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.time.JapanTime;

/** The table of looks: written to, read, never changed. */
@ApplicationScoped
public class LookLog {

    /**
     * Looks at a coverage: at itself, at its person by any card, and by its card while it was not one person. An insurer
     * is told neither of other cards nor of the family on the same card.
     */
    private static final String AT_COVERAGE =
            """
            select l.id, l.at, l.actor_role, l.actor_id, l.on_behalf_of, l.purpose, l.confirmation_number, l.as_of,
                l.validity, l.coverage_shown and l.enrolment_id is not distinct from c.enrolment_id as data_shown,
                l.request_id
            from coverage c join look l
                on l.enrolment_id = c.enrolment_id
                or (l.person_key is null and l.subject_key = c.subject_key)
                or (l.person_key = c.person_key and ($2::text is null or l.subject_key = c.subject_key))
            where c.enrolment_id = $1 and ($2::text is null or c.insurer_number = $2) and ($3::uuid is null or l.id > $3)
                and ($4::timestamptz is null or l.at >= $4)
            order by l.id limit $5""";

    /**
     * Looks at a person, by any card, and at the records that are the person's now, whoever they were taken for then: a
     * wrong link that was corrected is told to the person whose data were shown.
     */
    private static final String AT_PERSON =
            """
            select l.id, l.at, l.actor_role, l.actor_id, l.on_behalf_of, l.purpose, l.confirmation_number, l.as_of,
                l.validity, l.coverage_shown as data_shown, l.request_id
            from (
                select id from (
                    select id from look where person_key = $1 and ($2::uuid is null or id > $2)
                        and ($3::timestamptz is null or at >= $3)
                    order by id limit $4) by_person
                union
                select id from (
                    select l.id from coverage c join look l on l.enrolment_id = c.enrolment_id
                    where c.person_key = $1 and ($2::uuid is null or l.id > $2)
                        and ($3::timestamptz is null or l.at >= $3)
                    order by l.id limit $4) by_record) found
            join look l on l.id = found.id
            order by l.id limit $4""";

    private static final String RECORD_WITHOUT_ANSWER =
            """
            insert into look (id, at, actor_role, actor_id, on_behalf_of, purpose, person_key, request_id, coverage_shown)
            values ($1, $2, $3, $4, $5, $6, $7, $8, false)""";

    private final Pool pool;
    private final Clock clock;

    LookLog(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Completes when the record is durable. */
    public Uni<Void> record(LookRecord look) {
        return record(List.of(look));
    }

    public Uni<Void> record(List<LookRecord> looks) {
        return record(pool, looks);
    }

    /** Completes when all records are durable, or written in {@code client}'s transaction; none is when it fails. */
    public Uni<Void> record(SqlClient client, List<LookRecord> looks) {
        return LookRecord.ROWS.execute(client, looks);
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

    /** The looks at one person and at that person's records, oldest first; the parameters are those of {@link #at}. */
    Uni<List<Look>> of(PersonKey person, Instant since, UUID after, int limit) {
        return pool.preparedQuery(AT_PERSON)
                .execute(Tuple.of(person.value(), after, since == null ? null : since.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> rows.stream().map(LookLog::look).toList());
    }

    /**
     * That somebody read who looked at {@code person}, or learned that there is something about that person without an
     * answer: completes when it is durable.
     */
    public Uni<Void> recordWithoutAnswer(Looker looker, LookPurpose purpose, PersonKey person) {
        return recordWithoutAnswer(pool, looker, purpose, List.of(person));
    }

    /** The same of several persons, in {@code client}'s transaction if it has one. */
    public Uni<Void> recordWithoutAnswer(
            SqlClient client, Looker looker, LookPurpose purpose, List<PersonKey> persons) {
        if (persons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return client.preparedQuery(RECORD_WITHOUT_ANSWER)
                .executeBatch(persons.stream()
                        .map(person -> Tuple.from(Arrays.asList(
                                UuidCreator.getTimeOrderedEpoch(),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                looker.role(),
                                looker.id(),
                                looker.onBehalfOf().map(OnBehalfOf::value).orElse(null),
                                purpose.name(),
                                person.value(),
                                UUID.fromString(looker.requestId()))))
                        .toList())
                .replaceWithVoid();
    }

    private static Look look(Row row) {
        String number = row.getString("confirmation_number");
        Short validity = row.getShort("validity");
        return new Look(
                row.getUUID("id"),
                JapanTime.wire(row.getOffsetDateTime("at").toInstant()),
                row.getString("actor_role"),
                row.getString("actor_id"),
                row.getString("on_behalf_of"),
                LookPurpose.valueOf(row.getString("purpose")),
                number == null ? null : new ConfirmationNumber(number),
                row.getLocalDate("as_of"),
                validity == null ? null : Validity.ofCode(validity),
                row.getBoolean("data_shown"),
                row.getUUID("request_id"));
    }
}
