package jp.shikaku.registration.linkage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Who wants to know that eligibility has a version: the enrolment it belongs to, and who stopped its display. */
public interface DeliveredVersions {

    /** Before anything of these enrolments is changed: nobody else changes them until the transaction ends. */
    default Uni<Void> lock(SqlConnection transaction, Collection<UUID> enrolments) {
        return Uni.createFrom().voidItem();
    }

    /**
     * In the transaction that takes them off the outbox.
     *
     * @param delivered of each version the last that was told, unless more is to be told of it
     */
    Uni<Void> delivered(SqlConnection transaction, List<Delivered> delivered);
}
