package jp.shikaku.registration.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;

/** Which report an enrolment answers. Works in the transaction of the enrolment. */
@ApplicationScoped
public class RegisteredReports {

    private static final String REGISTER =
            """
            update acquisition_report set state = 'REGISTERED', registered_at = :now, enrolment_id = :enrolment
            where id = (
                select id from acquisition_report
                where person_key = :person and insurer_number = :insurer and state = 'FILED'
                order by id limit 1 for update)""";

    private static final String REOPEN =
            """
            update acquisition_report set state = 'FILED', registered_at = null, enrolment_id = null
            where enrolment_id = :enrolment""";

    private final Clock clock;

    RegisteredReports(Clock clock) {
        this.clock = clock;
    }

    /** The oldest report of this person with this insurer that still waits is registered by {@code enrolmentId}. */
    public Uni<Void> register(UUID enrolmentId, InsurerNumber insurer, PersonKey person) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(REGISTER)
                        .setParameter("now", clock.instant())
                        .setParameter("enrolment", enrolmentId)
                        .setParameter("person", person.value())
                        .setParameter("insurer", insurer.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The enrolment turned out to be of somebody else, or was taken back: the report waits again. */
    public Uni<Void> reopen(UUID enrolmentId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(REOPEN)
                        .setParameter("enrolment", enrolmentId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
