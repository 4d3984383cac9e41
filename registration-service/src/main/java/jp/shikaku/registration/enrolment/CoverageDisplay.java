package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;
import jp.shikaku.registration.linkage.Announcement.Priority;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.report.RegisteredReports;

/**
 * What of an enrolment is shown, once it has been taken in: stopped, shown again, taken back. Each operation is about any
 * number of enrolments, locks them, and works in the caller's transaction; {@link Linkage#sendNow()} is for the caller,
 * after the commit.
 */
@ApplicationScoped
public class CoverageDisplay {

    private final EnrolmentStore enrolments;
    private final VersionStore versions;
    private final Holds holds;
    private final Linkage linkage;
    private final RegisteredReports reports;
    private final Clock clock;

    CoverageDisplay(
            EnrolmentStore enrolments,
            VersionStore versions,
            Holds holds,
            Linkage linkage,
            RegisteredReports reports,
            Clock clock) {
        this.enrolments = enrolments;
        this.versions = versions;
        this.holds = holds;
        this.linkage = linkage;
        this.reports = reports;
        this.clock = clock;
    }

    /** A wrong link is suspected: nothing of these is shown from now on, neither what is cleared meanwhile. */
    public Uni<Void> suspend(SqlConnection transaction, Collection<UUID> ids) {
        return change(
                transaction,
                ids,
                change -> ids.forEach(id -> {
                    change.suspect(id, true);
                    Optional<Version> shown = GivenOut.latest(change.live(id));
                    change.live(id).stream()
                            .filter(version -> VersionLife.isGivenOut(version.state()))
                            .forEach(version -> change.move(version.movedTo(EnrolmentState.SUSPENDED)));
                    shown.ifPresent(version -> change.announce(version, CoverageState.SUSPENDED, Priority.URGENT));
                }));
    }

    /** The suspicion was wrong. What an open doubt withholds stays withheld. */
    public Uni<Void> reinstate(SqlConnection transaction, Collection<UUID> ids) {
        return holds.stopping(transaction, ids)
                .flatMap(stopped -> change(
                        transaction,
                        ids,
                        change -> ids.forEach(id -> {
                            change.suspect(id, false);
                            change.live(id).stream()
                                    .filter(version -> version.state() == EnrolmentState.SUSPENDED)
                                    .reduce((older, newer) -> newer)
                                    .filter(version -> !stopped.contains(new DoubtedVersion(id, version.version())))
                                    .ifPresent(version -> show(change, shownAgain(version)));
                        })));
    }

    /** What was entered while nothing was shown is cleared only now. */
    private Version shownAgain(Version version) {
        return version.clearedAt() == null ? version.cleared(clock.instant()) : version.movedTo(EnrolmentState.CLEARED);
    }

    /** Taken back by the insurer: as if it had never been linked. Reports that it answered wait again. */
    public Uni<Void> withdraw(SqlConnection transaction, Collection<UUID> ids) {
        return change(transaction, ids, change -> ids.forEach(id -> withdraw(change, id)))
                .flatMap(withdrawn -> reports.reopen(transaction, ids));
    }

    /**
     * What was shown is told to be gone with the contents that eligibility has: what was held never leaves (R1).
     */
    private static void withdraw(DisplayChange change, UUID id) {
        change.live(id).stream()
                .filter(version -> VersionLife.isGivenOut(version.state())
                        || version.state() == EnrolmentState.SUSPENDED && version.clearedAt() != null)
                .reduce((older, newer) -> newer)
                .ifPresent(shown -> change.announce(shown, CoverageState.WITHDRAWN, Priority.URGENT));
        change.live(id).stream()
                .filter(version -> VersionLife.allows(version.state(), EnrolmentState.WITHDRAWN))
                .forEach(version -> change.move(version.movedTo(EnrolmentState.WITHDRAWN)));
    }

    /** The insurer confirmed versions that were in doubt: whatever the doubt withheld is given out. */
    Uni<Void> confirm(SqlConnection transaction, Collection<DoubtedVersion> confirmed) {
        Set<UUID> ids = new HashSet<>();
        confirmed.forEach(version -> ids.add(version.enrolmentId()));
        return change(
                transaction,
                ids,
                change -> confirmed.forEach(doubted -> change.version(doubted.enrolmentId(), doubted.version())
                        .ifPresent(version -> confirm(change, version))));
    }

    private void confirm(DisplayChange change, Version version) {
        giveOut(change, version.doubted(version.state(), version.findings(), true));
    }

    /** Shown from now on, unless a wrong link is suspected: then once that is decided. */
    void giveOut(DisplayChange change, Version version) {
        if (change.row(version.enrolmentId()).suspected()) {
            change.move(version.movedTo(EnrolmentState.SUSPENDED));
        } else {
            show(change, version.cleared(clock.instant()));
        }
    }

    private static void show(DisplayChange change, Version cleared) {
        change.move(cleared);
        change.announce(cleared, CoverageState.VISIBLE, Priority.LIVE);
    }

    /** Nobody else edits or decides on these until the transaction ends. */
    Uni<Void> lock(SqlConnection transaction, Collection<UUID> ids) {
        return enrolments.lock(transaction, ids).replaceWithVoid();
    }

    /** Runs {@code decide} over the locked enrolments and writes down what it decided. */
    Uni<Void> change(SqlConnection transaction, Collection<UUID> ids, Consumer<DisplayChange> decide) {
        return enrolments.lock(transaction, ids).flatMap(rows -> versions.live(transaction, rows.keySet())
                .map(live -> {
                    DisplayChange change = new DisplayChange(new HashMap<>(rows), live);
                    decide.accept(change);
                    return change;
                })
                .flatMap(change -> carryOut(transaction, change)));
    }

    private Uni<Void> carryOut(SqlConnection transaction, DisplayChange change) {
        return Uni.join()
                .all(
                        enrolments.update(transaction, change.rows()),
                        versions.move(transaction, change.moved),
                        linkage.enqueue(transaction, List.copyOf(change.announcements)))
                .andFailFast()
                .replaceWithVoid();
    }
}
