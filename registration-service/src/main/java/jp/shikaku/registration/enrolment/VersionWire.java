package jp.shikaku.registration.enrolment;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.time.JapanTime;

/** A version as others read it. */
final class VersionWire {

    private VersionWire() {}

    /** For its insurer. */
    static Enrolment enrolment(VersionEntity version) {
        return new Enrolment(
                version.enrolmentId,
                version.version,
                version.state,
                version.insurer,
                null,
                version.symbol,
                version.number,
                version.branch,
                null,
                null,
                null,
                null,
                version.name,
                version.nameKana,
                null,
                null,
                version.birthDate,
                version.sex,
                null,
                null,
                version.address,
                version.relation,
                null,
                version.acquired,
                version.lost,
                version.lossReason,
                JapanTime.wire(version.enteredAt),
                version.findings.items(),
                version.state == EnrolmentState.HELD ? version.holdId : null);
    }

    /** For eligibility. */
    static CoverageVersion coverage(VersionEntity version, CoverageState state) {
        return new CoverageVersion(
                version.person,
                version.insurer,
                version.symbol,
                version.number,
                version.branch,
                null,
                null,
                null,
                null,
                version.name,
                version.nameKana,
                null,
                null,
                version.sex,
                null,
                version.birthDate,
                null,
                version.address,
                version.relation,
                null,
                version.acquired,
                version.lost,
                version.lossReason,
                version.medicalInfoAllowed,
                state);
    }
}
