package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.registration.linkage.DeliveredVersions;

/** Marks what eligibility has applied. A version withdrawn meanwhile stays withdrawn. */
@ApplicationScoped
class LinkedVersions implements DeliveredVersions {

    private static final String LINKED =
            """
            update enrolment_version set state = 'LINKED', linked_at = $3
            where enrolment_id = $1 and version = $2 and state = 'CLEARED'""";

    /** Also those that eligibility refused: the later version holds the whole state. */
    private static final String SUPERSEDED =
            """
            update enrolment_version set state = 'SUPERSEDED'
            where enrolment_id = $1 and version < $2 and state in ('CLEARED', 'LINKED', 'SUSPENDED')""";

    private final Clock clock;

    LinkedVersions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> delivered(SqlConnection connection, UUID enrolmentId, int version) {
        return connection
                .preparedQuery(LINKED)
                .execute(Tuple.of(enrolmentId, version, clock.instant().atOffset(ZoneOffset.UTC)))
                .flatMap(marked -> connection.preparedQuery(SUPERSEDED).execute(Tuple.of(enrolmentId, version)))
                .replaceWithVoid();
    }
}
