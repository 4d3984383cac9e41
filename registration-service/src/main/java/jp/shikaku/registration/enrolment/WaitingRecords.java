package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.check.CheckMode;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.hold.NewHold;
import jp.shikaku.registration.linkage.Linkage;

/**
 * Records that were taken in while the resident register could not be asked wait as {@code RECEIVED}. As soon as it
 * answers they are checked, oldest first, as they would have been then.
 */
@ApplicationScoped
class WaitingRecords {

    private static final Logger LOG = Logger.getLogger(WaitingRecords.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final int AT_ONCE = 500;

    private final Pool pool;
    private final VersionStore versions;
    private final StoredRecords stored;
    private final CoverageDisplay display;
    private final Holds holds;
    private final Linkage linkage;
    private final Clock clock;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long timer;

    WaitingRecords(
            Pool pool,
            VersionStore versions,
            StoredRecords stored,
            CoverageDisplay display,
            Holds holds,
            Linkage linkage,
            Clock clock,
            Vertx vertx) {
        this.pool = pool;
        this.versions = versions;
        this.stored = stored;
        this.display = display;
        this.holds = holds;
        this.linkage = linkage;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        takeUp().subscribe()
                .with(
                        taken -> {
                            looking.set(false);
                            if (taken == AT_ONCE) {
                                look();
                            }
                        },
                        failure -> {
                            LOG.debugf(
                                    "records go on waiting: %s",
                                    failure.getClass().getName());
                            looking.set(false);
                        });
    }

    /** How many were waiting, of those that were looked at. */
    private Uni<Integer> takeUp() {
        return versions.waiting(pool, AT_ONCE)
                .flatMap(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().item(0)
                        : stored.ask(pool, waiting)
                                .flatMap(answers ->
                                        pool.withTransaction(transaction -> decide(transaction, waiting, answers)))
                                .invoke(linkage::sendNow)
                                .replaceWith(waiting.size()));
    }

    private Uni<Void> decide(SqlConnection transaction, List<Version> waiting, Map<PersonKey, RegisterAnswer> answers) {
        Set<UUID> ids = waiting.stream().map(Version::enrolmentId).collect(Collectors.toSet());
        return stored.check(transaction, waiting, answers, CheckMode.NEW_DATA).flatMap(results -> {
            List<NewHold> held = new ArrayList<>();
            return display.change(
                            transaction,
                            ids,
                            change -> results.forEach(
                                    (version, result) -> change.version(version.enrolmentId(), version.version())
                                            .filter(now -> now.state() == EnrolmentState.RECEIVED)
                                            .ifPresent(now -> decide(change, now, result, held))))
                    .flatMap(changed -> holds.open(transaction, held));
        });
    }

    private void decide(DisplayChange change, Version version, CheckResult result, List<NewHold> held) {
        Version checked = version.checkedWith(result);
        if (!result.holds()) {
            display.giveOut(change, checked);
            return;
        }
        UUID hold = UuidCreator.getTimeOrderedEpoch();
        change.move(checked.heldBy(hold));
        held.add(new NewHold(
                hold,
                version.enrolmentId(),
                version.version(),
                version.insurer(),
                HoldCause.INTAKE,
                HoldEffect.STOPS_LINKAGE,
                result.findings(),
                clock.instant()));
    }
}
