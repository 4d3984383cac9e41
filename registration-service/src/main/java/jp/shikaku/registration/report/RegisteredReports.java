package jp.shikaku.registration.report;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;

/** Which report an enrolment answers. Works in the transaction of the enrolment. */
@ApplicationScoped
public class RegisteredReports {

    /** An enrolment, and whose it is. */
    public record Registered(UUID enrolmentId, PersonKey person) {}

    private static final String REGISTER =
            """
            update acquisition_report r set state = 'REGISTERED', registered_at = $4, enrolment_id = w.enrolment_id
            from (
                select distinct on (e.person_key) f.id, e.enrolment_id
                from unnest($1::uuid[], $2::text[]) with ordinality e (enrolment_id, person_key, n)
                join acquisition_report f
                    on f.person_key = e.person_key and f.insurer_number = $3 and f.state = 'FILED'
                order by e.person_key, f.id, e.n) w
            where r.id = w.id""";

    private static final String REOPEN =
            """
            update acquisition_report set state = 'FILED', registered_at = null, enrolment_id = null
            where enrolment_id = any($1)""";

    private final Clock clock;

    RegisteredReports(Clock clock) {
        this.clock = clock;
    }

    /** Of each person the oldest report with this insurer that still waits is registered by the enrolment. */
    public Uni<Void> register(SqlConnection transaction, InsurerNumber insurer, List<Registered> enrolments) {
        if (enrolments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(REGISTER)
                .execute(Tuple.of(
                        enrolments.stream().map(Registered::enrolmentId).toArray(UUID[]::new),
                        enrolments.stream().map(it -> it.person().value()).toArray(String[]::new),
                        insurer.value(),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The enrolments turned out to be of somebody else, or were taken back: their reports wait again. */
    public Uni<Void> reopen(SqlConnection transaction, Collection<UUID> enrolments) {
        if (enrolments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(REOPEN)
                .execute(Tuple.of((Object) enrolments.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
