package jp.shikaku.registration.hold;

import java.util.Collection;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.registration.hold.Holds.DoubtedVersion;

/** The records that holds are about: what a decision means for them is theirs to know. All in the caller's transaction. */
public interface HeldRecords {

    /** Nobody else edits or decides on these enrolments until the transaction ends. */
    Uni<Void> lock(SqlConnection transaction, Collection<UUID> enrolments);

    /** The insurer confirmed the versions in doubt: what the doubt withheld is given out. */
    Uni<Void> confirmed(SqlConnection transaction, Collection<DoubtedVersion> versions);

    /** The insurer took whole enrolments back. */
    Uni<Void> withdrawn(SqlConnection transaction, Collection<UUID> enrolments);
}
