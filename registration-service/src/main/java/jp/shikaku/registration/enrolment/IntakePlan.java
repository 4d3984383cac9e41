package jp.shikaku.registration.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.f4b6a3.uuid.UuidCreator;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.check.CheckContext;
import jp.shikaku.registration.check.CheckMode;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.check.CheckedRecord;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.check.SystemCheck;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;
import jp.shikaku.registration.hold.NewHold;
import jp.shikaku.registration.linkage.Announcement;
import jp.shikaku.registration.report.RegisteredReports.Registered;

/**
 * Decides what is to be written for records that arrive together. Knows no database: everything it needs was read
 * before, under locks that the transaction holds.
 */
final class IntakePlan {

    /** An arriving record, and the enrolment it belongs to. */
    record Placed(Arrival arrival, UUID enrolmentId, Optional<EnrolmentRow> existing, List<Version> live) {

        CheckedRecord checked() {
            return Version.checked(arrival.insurer(), arrival.subject(), arrival.content());
        }
    }

    final List<EnrolmentRow> newEnrolments = new ArrayList<>();
    final List<EnrolmentRow> changedEnrolments = new ArrayList<>();
    final List<Version> versions = new ArrayList<>();
    final List<Version> superseded = new ArrayList<>();
    final List<DoubtedVersion> endedDoubts = new ArrayList<>();
    final List<NewHold> holds = new ArrayList<>();
    final List<Announcement> announcements = new ArrayList<>();
    final List<Registered> registered = new ArrayList<>();
    final List<UUID> reopened = new ArrayList<>();

    private final IntakeBatch batch;
    private final Neighbourhood neighbourhood;
    private final SystemCheck systemCheck;
    private final Instant now;

    IntakePlan(IntakeBatch batch, Neighbourhood neighbourhood, SystemCheck systemCheck, Instant now) {
        this.batch = batch;
        this.neighbourhood = neighbourhood;
        this.systemCheck = systemCheck;
        this.now = now;
    }

    IntakeOutcome add(Placed placed) {
        Optional<ProblemType> refusal = refusal(placed);
        if (refusal.isPresent()) {
            return new IntakeOutcome.Refused(refusal.get());
        }
        if (placed.arrival().target() instanceof Target.Matching && saysNothingNew(placed)) {
            return new IntakeOutcome.Unchanged(
                    placed.enrolmentId(), latest(placed).version());
        }
        Version version = version(placed);
        versions.add(version);
        placed.existing().ifPresent(row -> replaceLatest(placed));
        followPerson(placed);
        keepEnrolment(placed, version);
        return new IntakeOutcome.Taken(version);
    }

    private Optional<ProblemType> refusal(Placed placed) {
        Target target = placed.arrival().target();
        boolean isOwn = placed.existing()
                .filter(row -> row.insurer().equals(placed.arrival().insurer()))
                .isPresent();
        if (target instanceof Target.NextOf && !isOwn) {
            return Optional.of(ProblemType.ENROLMENT_NOT_FOUND);
        }
        if (isOwn && latest(placed).state() == EnrolmentState.WITHDRAWN) {
            return Optional.of(ProblemType.ENROLMENT_WITHDRAWN);
        }
        if (target instanceof Target.NextOf next && latest(placed).version() != next.expectedVersion()) {
            return Optional.of(ProblemType.VERSION_CHANGED);
        }
        return takesAnothersKey(placed) ? Optional.of(ProblemType.RECORD_KEY_TAKEN) : Optional.empty();
    }

    private boolean takesAnothersKey(Placed placed) {
        return placed.arrival()
                .recordKey()
                .filter(key -> neighbourhood.hasRecordKeyOfAnother(key, placed.enrolmentId()))
                .isPresent();
    }

    private boolean saysNothingNew(Placed placed) {
        String recordKey = placed.arrival().entered().recordKey();
        return placed.existing()
                .filter(row -> recordKey == null || recordKey.equals(row.recordKey()))
                .filter(row -> latest(placed).content().equals(placed.arrival().content()))
                .isPresent();
    }

    private Version version(Placed placed) {
        Arrival arrival = placed.arrival();
        boolean waits = arrival.answer() instanceof RegisterAnswer.Unreachable;
        CheckResult result = waits ? new CheckResult(List.of()) : check(placed);
        boolean suspected = placed.existing().filter(EnrolmentRow::suspected).isPresent();
        EnrolmentState state = waits
                ? EnrolmentState.RECEIVED
                : result.holds() ? EnrolmentState.HELD : suspected ? EnrolmentState.SUSPENDED : EnrolmentState.CLEARED;
        return new Version(
                placed.enrolmentId(),
                placed.existing().map(row -> row.latestVersion() + 1).orElse(1),
                arrival.insurer(),
                recordKey(placed),
                state,
                arrival.subject(),
                arrival.content(),
                result.findings(),
                result.medicalInfoAllowed(),
                state == EnrolmentState.HELD ? UuidCreator.getTimeOrderedEpoch() : null,
                now,
                arrival.origin().enteredBy(),
                state == EnrolmentState.CLEARED ? now : null);
    }

    /** The insurer's own key stays with an enrolment, also when a later record comes without it. */
    private static String recordKey(Placed placed) {
        String given = placed.arrival().entered().recordKey();
        return given != null
                ? given
                : placed.existing().map(EnrolmentRow::recordKey).orElse(null);
    }

    private CheckResult check(Placed placed) {
        Optional<Version> shown = GivenOut.latest(placed.live())
                .filter(cleared -> placed.arrival().content().differsAtMostInLossFrom(cleared.content()));
        CheckedRecord record = placed.checked();
        RegisterAnswer answer = shown.isPresent()
                ? new RegisterAnswer.NotAsked()
                : placed.arrival().answer();
        CheckResult result = systemCheck.check(
                record,
                new CheckContext(
                        JapanTime.dateOf(now),
                        CheckMode.NEW_DATA,
                        answer,
                        neighbourhood.samePerson(placed.enrolmentId(), record),
                        neighbourhood.sameCard(placed.enrolmentId(), record)));
        return shown.map(version -> lossOnly(version, result)).orElse(result);
    }

    /** What was accepted before is not doubted again for a loss alone, and what was restricted stays so. */
    private static CheckResult lossOnly(Version shown, CheckResult result) {
        Stream<Finding> aboutLoss = result.findings().stream()
                .filter(finding -> finding.severity() != FindingSeverity.HOLDS
                        || finding.fields().contains("/lost"));
        Stream<Finding> restricting = shown.medicalInfoAllowed()
                ? Stream.empty()
                : shown.findings().stream()
                        .filter(finding -> finding.severity() == FindingSeverity.RESTRICTS_MEDICAL_INFO);
        return new CheckResult(Stream.concat(aboutLoss, restricting).toList());
    }

    /** What was in doubt, or had not been checked, is not looked at any more. What is shown stays until it is replaced. */
    private void replaceLatest(Placed placed) {
        Version latest = latest(placed);
        if (latest.state() == EnrolmentState.HELD || latest.state() == EnrolmentState.RECEIVED) {
            superseded.add(latest.movedTo(EnrolmentState.SUPERSEDED));
        }
        placed.live().forEach(version -> endedDoubts.add(new DoubtedVersion(version.enrolmentId(), version.version())));
    }

    /** The number was another person's: that person's report waits again, and this one's is registered. */
    private void followPerson(Placed placed) {
        boolean samePerson = placed.existing().isPresent()
                && latest(placed).content().personKey().equals(placed.arrival().person());
        if (samePerson) {
            return;
        }
        if (placed.existing().isPresent()) {
            reopened.add(placed.enrolmentId());
        }
        registered.add(new Registered(
                placed.enrolmentId(),
                placed.arrival().insurer(),
                placed.arrival().person(),
                placed.arrival().content().acquired()));
    }

    private void keepEnrolment(Placed placed, Version version) {
        int coverageVersion =
                placed.existing().map(EnrolmentRow::coverageVersion).orElse(0);
        if (version.state() == EnrolmentState.CLEARED) {
            coverageVersion++;
            announcements.add(new Announcement(
                    version.enrolmentId(),
                    coverageVersion,
                    version.version(),
                    CoverageState.VISIBLE,
                    version.medicalInfoAllowed(),
                    batch.priority()));
        }
        if (version.state() == EnrolmentState.HELD) {
            holds.add(new NewHold(
                    version.holdId(),
                    version.enrolmentId(),
                    version.version(),
                    version.insurer(),
                    HoldCause.INTAKE,
                    HoldEffect.STOPS_LINKAGE,
                    version.findings(),
                    now));
        }
        EnrolmentRow row = new EnrolmentRow(
                version.enrolmentId(),
                version.insurer(),
                version.recordKey(),
                version.version(),
                coverageVersion,
                placed.existing().filter(EnrolmentRow::suspected).isPresent());
        (placed.existing().isPresent() ? changedEnrolments : newEnrolments).add(row);
    }

    private static Version latest(Placed placed) {
        return placed.live().get(placed.live().size() - 1);
    }
}
