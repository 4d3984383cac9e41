package jp.shikaku.registration.linkage;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Who wants to know that eligibility has a version: the enrolment it belongs to. */
public interface DeliveredVersions {

    /** In the transaction of {@code connection}, which also takes the version off the outbox. */
    Uni<Void> delivered(SqlConnection connection, UUID enrolmentId, int version);
}
