package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.registration.check.CheckMode;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;
import jp.shikaku.registration.hold.NewHold;
import jp.shikaku.registration.linkage.Announcement.Priority;
import jp.shikaku.registration.linkage.Linkage;

/**
 * Checks what is given out again, part by part. Records without a doubt cost no write; a doubt stops the display or the
 * medical information in one transaction with the hold that tells the insurer. Doing a part twice changes nothing.
 */
@ApplicationScoped
public class StockCheck {

    private final Pool pool;
    private final VersionStore versions;
    private final StoredRecords stored;
    private final CoverageDisplay display;
    private final Holds holds;
    private final Linkage linkage;
    private final Clock clock;

    StockCheck(
            Pool pool,
            VersionStore versions,
            StoredRecords stored,
            CoverageDisplay display,
            Holds holds,
            Linkage linkage,
            Clock clock) {
        this.pool = pool;
        this.versions = versions;
        this.stored = stored;
        this.display = display;
        this.holds = holds;
        this.linkage = linkage;
        this.clock = clock;
    }

    /**
     * A part of the stock that was checked.
     *
     * @param last the enrolment to go on after; {@code null} when there is nothing more
     */
    public record Part(UUID last, int checked, int stopped, int restricted) {}

    /**
     * Checks the next records in the order of their enrolments. Fails with {@code RegisterUnavailableException} when the
     * register cannot be asked; nothing has happened then.
     *
     * @param after {@code null} to begin
     */
    public Uni<Part> check(UUID after, int limit) {
        return versions.givenOut(pool, after, limit).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Part(null, 0, 0, 0));
            }
            List<Version> latest = latestOfEach(found);
            UUID last = found.get(found.size() - 1).enrolmentId();
            return stored.ask(pool, latest)
                    .flatMap(answers -> stored.check(pool, latest, answers, CheckMode.RECHECK))
                    .map(StockCheck::doubts)
                    .flatMap(this::write)
                    .map(opened -> new Part(
                            last,
                            latest.size(),
                            count(opened, HoldEffect.STOPS_LINKAGE),
                            count(opened, HoldEffect.RESTRICTS_MEDICAL_INFO)));
        });
    }

    private static List<Version> latestOfEach(List<Version> found) {
        Map<UUID, Version> latest = new LinkedHashMap<>();
        found.forEach(version -> latest.put(version.enrolmentId(), version));
        return List.copyOf(latest.values());
    }

    private record Doubt(Version version, HoldEffect effect, List<Finding> findings) {

        DoubtedVersion about() {
            return new DoubtedVersion(version.enrolmentId(), version.version());
        }

        Set<String> codes() {
            return findings.stream()
                    .filter(finding -> finding.severity() != FindingSeverity.NOTES)
                    .map(Finding::code)
                    .collect(Collectors.toSet());
        }
    }

    private static List<Doubt> doubts(Map<Version, CheckResult> results) {
        List<Doubt> doubts = new ArrayList<>();
        results.forEach((version, result) -> {
            if (result.holds()) {
                doubts.add(new Doubt(version, HoldEffect.STOPS_LINKAGE, result.findings()));
            } else if (!result.medicalInfoAllowed()) {
                doubts.add(new Doubt(version, HoldEffect.RESTRICTS_MEDICAL_INFO, result.findings()));
            }
        });
        return doubts;
    }

    private Uni<List<NewHold>> write(List<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.withTransaction(transaction -> write(transaction, doubts)).invoke(linkage::sendNow);
    }

    private Uni<List<NewHold>> write(SqlConnection transaction, List<Doubt> doubts) {
        Set<UUID> ids =
                doubts.stream().map(doubt -> doubt.version().enrolmentId()).collect(Collectors.toSet());
        List<NewHold> opened = new ArrayList<>();
        // The locks come first: whether a doubt is open or confirmed already is asked under them.
        return display.lock(transaction, ids)
                .flatMap(locked -> holds.past(
                        transaction, doubts.stream().map(Doubt::about).toList()))
                .flatMap(past -> display.change(transaction, ids, change -> doubts.stream()
                        .filter(doubt -> past.isNews(doubt.about(), doubt.codes()))
                        .forEach(doubt -> change.version(
                                        doubt.version().enrolmentId(),
                                        doubt.version().version())
                                .filter(now -> VersionLife.isGivenOut(now.state()))
                                .ifPresent(now -> opened.add(open(change, now, doubt))))))
                .flatMap(changed -> holds.open(transaction, opened))
                .replaceWith(opened);
    }

    private NewHold open(DisplayChange change, Version now, Doubt doubt) {
        boolean stops = doubt.effect() == HoldEffect.STOPS_LINKAGE;
        Version doubted = now.doubted(stops ? EnrolmentState.SUSPENDED : now.state(), doubt.findings(), false);
        change.move(doubted);
        change.announce(doubted, stops ? CoverageState.SUSPENDED : CoverageState.VISIBLE, Priority.LIVE);
        return new NewHold(
                UuidCreator.getTimeOrderedEpoch(),
                now.enrolmentId(),
                now.version(),
                now.insurer(),
                HoldCause.RECHECK,
                doubt.effect(),
                doubt.findings(),
                clock.instant());
    }

    private static int count(Collection<NewHold> holds, HoldEffect effect) {
        return (int) holds.stream().filter(hold -> hold.effect() == effect).count();
    }
}
