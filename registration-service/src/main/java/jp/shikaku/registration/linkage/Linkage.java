package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The way of cleared versions to eligibility. */
@ApplicationScoped
public class Linkage {

    private final Outbox outbox;
    private final OutboxSender sender;
    private final Bell bell;
    private final Clock clock;

    Linkage(Outbox outbox, OutboxSender sender, Bell bell, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.bell = bell;
        this.clock = clock;
    }

    /** In the transaction that decides it: this is going to be told to eligibility, whatever happens after the commit. */
    public Uni<Void> enqueue(SqlConnection transaction, List<Announcement> announcements) {
        return announcements.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.add(transaction, announcements, clock.instant()).flatMap(added -> bell.ring(transaction));
    }

    /** Whether anything of this enrolment is still to be told. */
    public Uni<Boolean> isPending(SqlConnection transaction, UUID enrolmentId) {
        return outbox.isPending(transaction, enrolmentId);
    }

    /** Right after the commit: what was enqueued is sent now and not at the next look into the outbox. */
    public void sendNow() {
        sender.wake();
    }
}
