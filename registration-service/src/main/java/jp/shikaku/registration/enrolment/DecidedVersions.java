package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.registration.hold.HeldRecords;
import jp.shikaku.registration.linkage.Linkage;
import jp.shikaku.registration.report.RegisteredReports;

/** What an insurer's decision on a hold does to the enrolment. */
@ApplicationScoped
class DecidedVersions implements HeldRecords {

    private final EnrolmentRepository enrolments;
    private final VersionRepository versions;
    private final Intake intake;
    private final Linkage linkage;
    private final RegisteredReports reports;

    DecidedVersions(
            EnrolmentRepository enrolments,
            VersionRepository versions,
            Intake intake,
            Linkage linkage,
            RegisteredReports reports) {
        this.enrolments = enrolments;
        this.versions = versions;
        this.intake = intake;
        this.linkage = linkage;
        this.reports = reports;
    }

    @Override
    public Uni<Void> lock(UUID enrolmentId) {
        return enrolments.findById(enrolmentId, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid();
    }

    @Override
    public Uni<Void> confirmed(UUID enrolmentId, int version) {
        return versions.findById(new VersionEntity.Key(enrolmentId, version)).flatMap(intake::clear);
    }

    /**
     * What was given out before is taken back too, under the number of the version that is withdrawn but with the
     * contents that eligibility has: what was held never leaves (R1).
     */
    @Override
    public Uni<Void> withdrawn(UUID enrolmentId, int version) {
        return versions.of(enrolmentId)
                .call(all -> takeBack(enrolmentId, version, GivenOut.latest(all)))
                .invoke(DecidedVersions::withdraw)
                .flatMap(all -> reports.reopen(enrolmentId));
    }

    private Uni<Void> takeBack(UUID enrolmentId, int version, Optional<VersionEntity> givenOut) {
        return givenOut.map(shown ->
                        linkage.enqueue(enrolmentId, version, VersionWire.coverage(shown, CoverageState.WITHDRAWN)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void withdraw(List<VersionEntity> all) {
        all.stream()
                .filter(version -> VersionLife.allows(version.state, EnrolmentState.WITHDRAWN))
                .forEach(version -> version.moveTo(EnrolmentState.WITHDRAWN));
    }
}
