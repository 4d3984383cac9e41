package jp.shikaku.registration.hold;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** The records behind the holds: what a decision means for them is theirs to know. All in the caller's transaction. */
public interface HeldRecords {

    /** Nobody else edits or decides on this enrolment until the transaction ends. */
    Uni<Void> lock(UUID enrolmentId);

    /** The insurer confirmed the version in doubt: it is cleared. */
    Uni<Void> confirmed(UUID enrolmentId, int version);

    /** The insurer took the whole enrolment back. */
    Uni<Void> withdrawn(UUID enrolmentId, int version);
}
