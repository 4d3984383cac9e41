package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.report.RegisteredReports;

/** A new version of an enrolment that exists. Works in the caller's transaction, and alone on this enrolment. */
@ApplicationScoped
class Correction {

    private final EnrolmentRepository enrolments;
    private final VersionRepository versions;
    private final Intake intake;
    private final Holds holds;
    private final RegisteredReports reports;
    private final PersonKeys personKeys;

    Correction(
            EnrolmentRepository enrolments,
            VersionRepository versions,
            Intake intake,
            Holds holds,
            RegisteredReports reports,
            PersonKeys personKeys) {
        this.enrolments = enrolments;
        this.versions = versions;
        this.intake = intake;
        this.holds = holds;
        this.reports = reports;
        this.personKeys = personKeys;
    }

    Uni<VersionEntity> enter(
            InsurerNumber insurer, UUID id, int expectedVersion, EnteredRecord entered, RegisterAnswer answer) {
        return enrolments
                .locked(insurer, id)
                .map(found -> found.orElseThrow(ProblemType.ENROLMENT_NOT_FOUND::exception))
                .flatMap(enrolment -> versions.of(id)
                        .flatMap(earlier -> enter(enrolment, earlier, expectedVersion, entered, answer)));
    }

    private Uni<VersionEntity> enter(
            EnrolmentEntity enrolment,
            List<VersionEntity> earlier,
            int expectedVersion,
            EnteredRecord entered,
            RegisterAnswer answer) {
        VersionEntity latest = earlier.get(earlier.size() - 1);
        if (latest.state == EnrolmentState.WITHDRAWN) {
            throw ProblemType.ENROLMENT_WITHDRAWN.exception();
        }
        if (latest.version != expectedVersion) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
        RegisterAnswer compared = isOnlyLoss(entered, earlier) ? new RegisterAnswer.NotAsked() : answer;
        return endDoubt(latest)
                .flatMap(ended -> intake.take(enrolment, entered, compared))
                .call(version -> followPerson(enrolment, latest, version));
    }

    private boolean isOnlyLoss(EnteredRecord entered, List<VersionEntity> earlier) {
        RecordContent content = entered.content(personKeys.of(entered.individualNumber()));
        return GivenOut.latest(earlier)
                .filter(cleared -> content.differsAtMostInLossFrom(cleared.content()))
                .isPresent();
    }

    private Uni<Void> endDoubt(VersionEntity latest) {
        if (latest.state != EnrolmentState.HELD) {
            return Uni.createFrom().voidItem();
        }
        latest.moveTo(EnrolmentState.SUPERSEDED);
        return holds.corrected(latest.enrolmentId, latest.version);
    }

    /** The number was another person's: that person's report waits again, and this one's is registered. */
    private Uni<Void> followPerson(EnrolmentEntity enrolment, VersionEntity before, VersionEntity now) {
        if (before.person.equals(now.person)) {
            return Uni.createFrom().voidItem();
        }
        return reports.reopen(enrolment.id)
                .flatMap(reopened -> reports.register(enrolment.id, enrolment.insurer, now.person));
    }
}
