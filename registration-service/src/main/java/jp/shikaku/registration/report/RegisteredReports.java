package jp.shikaku.registration.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemType;

/** Which report an enrolment answers. Works in the transaction of the enrolment. */
@ApplicationScoped
public class RegisteredReports {

    /** An enrolment, with whom and whose it is, and the day on which it begins; or of a loss the day on which it ended. */
    public record Registered(UUID enrolmentId, InsurerNumber insurer, PersonKey person, LocalDate fact) {}

    /**
     * One report a person: of the same day if there is one, else the oldest. A prepared report is of nothing but its own
     * day: until then the insurer may enter what has nothing to do with it. Who changed a report meanwhile was first.
     */
    private static final String REGISTER =
            """
            with registered as (
                update report r
                set state = 'REGISTERED', version = r.version + 1, registered_at = $5, enrolment_id = w.enrolment_id
                from (
                    select distinct on (e.insurer, e.person_key) f.id, e.enrolment_id
                    from unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) with ordinality
                        e (enrolment_id, person_key, fact, insurer, n)
                    join report f on f.person_key = e.person_key and f.insurer_number = e.insurer
                        and (f.state = 'FILED' or f.state = 'PREPARED' and f.fact_on = e.fact and f.points = '[]')
                        and f.%1$s is not null
                    order by e.insurer, e.person_key, f.fact_on = e.fact desc, f.id, e.n) w
                where r.id = w.id and r.state in ('FILED', 'PREPARED')
                returning r.id, r.version, r.state)
            insert into report_change (report_id, version, state, at, actor)
            select id, version, state, $5, 'INSURER' from registered""";

    private static final String REGISTER_ACQUISITIONS = REGISTER.formatted("acquired");
    private static final String REGISTER_LOSSES = REGISTER.formatted("lost");

    /** The insurer was faster than the report: its record of that day is there, and answers no other report. */
    private static final String REGISTER_FILED =
            """
            with registered as (
                update report r
                set state = 'REGISTERED', version = r.version + 1, registered_at = $2, enrolment_id = w.enrolment_id
                from (
                    select distinct on (v.enrolment_id, f.lost) f.id, v.enrolment_id
                    from report f
                    join enrolment_version v on v.person_key = f.person_key and v.insurer_number = f.insurer_number
                        and v.state not in ('SUPERSEDED', 'WITHDRAWN')
                    join enrolment e on e.id = v.enrolment_id and e.latest_version = v.version
                    where f.id = any($1) and f.state = 'FILED' and (f.acquired = v.acquired or f.lost = v.lost)
                        and not exists (
                            select 1 from report o
                            where o.enrolment_id = v.enrolment_id and (o.lost is null) = (f.lost is null))
                    order by v.enrolment_id, f.lost, f.id) w
                where r.id = w.id and r.state = 'FILED'
                returning r.id, r.version, r.state)
            insert into report_change (report_id, version, state, at, actor)
            select id, version, state, $2, 'INSURER' from registered""";

    private static final String REOPEN =
            """
            with reopened as (
                update report
                set state = case when filed_at is null then 'PREPARED' else 'FILED' end, version = version + 1,
                    registered_at = null, enrolment_id = null
                where enrolment_id = any($1)
                returning id, version, state)
            insert into report_change (report_id, version, state, at, actor)
            select id, version, state, $2, 'INSURER' from reopened""";

    private final Clock clock;

    RegisteredReports(Clock clock) {
        this.clock = clock;
    }

    /** Of each person the report that a coverage begins, with its insurer, that waits longest is registered. */
    public Uni<Void> register(SqlConnection transaction, List<Registered> enrolments) {
        return register(REGISTER_ACQUISITIONS, transaction, enrolments);
    }

    /** Of each person the report that a coverage ends, with its insurer, that waits longest is registered. */
    public Uni<Void> registerLosses(SqlConnection transaction, List<Registered> losses) {
        return register(REGISTER_LOSSES, transaction, losses);
    }

    private Uni<Void> register(String statement, SqlConnection transaction, List<Registered> enrolments) {
        if (enrolments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(
                        column(enrolments, Registered::enrolmentId, UUID[]::new),
                        column(enrolments, it -> it.person().value(), String[]::new),
                        column(enrolments, Registered::fact, LocalDate[]::new),
                        column(enrolments, it -> it.insurer().value(), String[]::new),
                        now()))
                .replaceWithVoid();
    }

    /** Of these reports those that were filed after their insurer had entered the very same. */
    Uni<Void> registerEntered(SqlConnection transaction, Collection<UUID> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(REGISTER_FILED)
                .execute(Tuple.of(reports.toArray(UUID[]::new), now()))
                .replaceWithVoid();
    }

    /** The enrolments turned out to be of somebody else, or were taken back: their reports wait again. */
    public Uni<Void> reopen(SqlConnection transaction, Collection<UUID> enrolments) {
        if (enrolments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(REOPEN)
                .execute(Tuple.of(enrolments.toArray(UUID[]::new), now()))
                .replaceWithVoid();
    }

    /**
     * The enrolment that answers a report of the employer's; none while the insurer has not entered it.
     *
     * @throws jp.shikaku.contracts.problem.ProblemException of type {@code report-not-found} when it is not the
     *     employer's
     */
    public Uni<Optional<UUID>> enrolmentOf(SqlClient client, CorporateNumber employer, UUID reportId) {
        return client.preparedQuery("select enrolment_id from report where id = $1 and employer_number = $2")
                .execute(Tuple.of(reportId, employer.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemType.REPORT_NOT_FOUND.exception();
                    }
                    return Optional.ofNullable(rows.iterator().next().getUUID("enrolment_id"));
                });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static <T> T[] column(List<Registered> rows, Function<Registered, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
