package jp.shikaku.registration.hold;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.hold.HoldReason;

/** Opens holds and ends them by correction, in the transaction of the enrolments. */
@ApplicationScoped
public class Holds {

    private final HoldStore store;
    private final Clock clock;

    Holds(HoldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Uni<Void> open(SqlConnection transaction, List<NewHold> holds) {
        return holds.isEmpty() ? Uni.createFrom().voidItem() : store.open(transaction, holds);
    }

    /** A version of an enrolment. */
    public record DoubtedVersion(UUID enrolmentId, int version) {}

    /** An enrolment that was taken back as a whole, and why. */
    public record Withdrawal(UUID enrolmentId, HoldReason reasonCode, String reason) {}

    /** Of these enrolments the versions that an open doubt keeps from being shown. */
    public Uni<Set<DoubtedVersion>> stopping(SqlConnection transaction, Collection<UUID> enrolments) {
        return store.stopping(transaction, enrolments.toArray(UUID[]::new));
    }

    /** What was doubted of these versions before. */
    public Uni<PastDoubts> past(SqlConnection transaction, List<DoubtedVersion> versions) {
        return store.past(
                transaction,
                versions.stream().map(DoubtedVersion::enrolmentId).toArray(UUID[]::new),
                versions.stream().map(DoubtedVersion::version).toArray(Integer[]::new));
    }

    /** The insurer sent corrected versions: open doubts about these are over. */
    public Uni<Void> corrected(SqlConnection transaction, List<DoubtedVersion> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.corrected(
                transaction,
                versions.stream().map(DoubtedVersion::enrolmentId).toArray(UUID[]::new),
                versions.stream().map(DoubtedVersion::version).toArray(Integer[]::new),
                clock.instant());
    }

    /**
     * Whole enrolments were taken back otherwise than by a decision on a hold: open doubts about them are over.
     *
     * @param decidedBy who took them back, as the token names them
     */
    public Uni<Void> withdrawn(SqlConnection transaction, List<Withdrawal> withdrawals, String decidedBy) {
        return withdrawals.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.withdrawn(transaction, withdrawals, new Deciding(decidedBy, null), clock.instant());
    }
}
