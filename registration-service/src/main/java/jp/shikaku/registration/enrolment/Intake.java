package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.check.CheckContext;
import jp.shikaku.registration.check.CheckMode;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.check.CheckedRecord;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.check.SystemCheck;
import jp.shikaku.registration.hold.Findings;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.individual.SubjectKeys;
import jp.shikaku.registration.linkage.Linkage;

/** Takes a version in: stores it, checks it, and holds it or sends it on its way. Works in the caller's transaction. */
@ApplicationScoped
class Intake {

    private final EnrolmentRepository enrolments;
    private final VersionRepository versions;
    private final SystemCheck systemCheck;
    private final Holds holds;
    private final Linkage linkage;
    private final NumberVault numbers;
    private final PersonKeys personKeys;
    private final SubjectKeys subjectKeys;
    private final Clock clock;

    Intake(
            EnrolmentRepository enrolments,
            VersionRepository versions,
            SystemCheck systemCheck,
            Holds holds,
            Linkage linkage,
            NumberVault numbers,
            PersonKeys personKeys,
            SubjectKeys subjectKeys,
            Clock clock) {
        this.enrolments = enrolments;
        this.versions = versions;
        this.systemCheck = systemCheck;
        this.holds = holds;
        this.linkage = linkage;
        this.numbers = numbers;
        this.personKeys = personKeys;
        this.subjectKeys = subjectKeys;
        this.clock = clock;
    }

    /** Makes {@code entered} the next version of {@code enrolment}, which is stored too when it is new. */
    Uni<VersionEntity> take(EnrolmentEntity enrolment, EnteredRecord entered, RegisterAnswer answer) {
        Instant now = clock.instant();
        PersonKey person = personKeys.of(entered.individualNumber());
        SubjectKey subject = subjectKeys.of(entered.card(enrolment.insurer));
        RecordContent content = entered.content(person);
        CheckResult result = systemCheck.check(
                new CheckedRecord(
                        enrolment.insurer,
                        person,
                        subject,
                        content.branch(),
                        content.person(),
                        content.relation(),
                        null,
                        content.acquired(),
                        content.lost()),
                new CheckContext(JapanTime.dateOf(now), CheckMode.NEW_DATA, answer, List.of(), List.of()));
        enrolment.latestVersion++;
        VersionEntity version = new VersionEntity(enrolment, content, subject, result, now);
        return numbers.keep(person, entered.individualNumber())
                .call(() -> enrolments.persist(enrolment))
                .call(() -> versions.persist(version))
                .call(() -> result.holds() ? hold(version, result) : clear(version))
                .replaceWith(version);
    }

    /** Gives a version out, after the check or after the insurer's confirmation. */
    Uni<Void> clear(VersionEntity version) {
        version.clear(clock.instant());
        return linkage.enqueue(
                version.enrolmentId, version.version, VersionWire.coverage(version, CoverageState.VISIBLE));
    }

    private Uni<Void> hold(VersionEntity version, CheckResult result) {
        return holds.open(version.enrolmentId, version.version, version.insurer, new Findings(result.findings()))
                .invoke(version::hold)
                .replaceWithVoid();
    }
}
