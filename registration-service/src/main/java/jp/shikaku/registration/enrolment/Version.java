package jp.shikaku.registration.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.check.CheckedRecord;
import jp.shikaku.registration.check.KnownRecord;

/**
 * One version of an enrolment. What it says never changes; where it stands does.
 *
 * @param version counts from 1
 * @param recordKey the insurer's own key of the enrolment; {@code null} when it has none
 * @param holdId the hold that was opened as the version was entered; {@code null} when nothing was in doubt
 * @param enteredBy who entered it, as the token names them; {@code null} for what was entered before that was kept
 * @param clearedAt {@code null} until it was given out
 */
record Version(
        UUID enrolmentId,
        int version,
        InsurerNumber insurer,
        String recordKey,
        EnrolmentState state,
        SubjectKey subject,
        RecordContent content,
        List<Finding> findings,
        boolean medicalInfoAllowed,
        UUID holdId,
        Instant enteredAt,
        String enteredBy,
        Instant clearedAt) {

    /** As the rules of the check see it. */
    CheckedRecord checked() {
        return checked(insurer, subject, content);
    }

    static CheckedRecord checked(InsurerNumber insurer, SubjectKey subject, RecordContent content) {
        return new CheckedRecord(
                insurer,
                content.personKey(),
                subject,
                content.card().branch(),
                content.person(),
                content.relation(),
                content.burdenShare(),
                content.acquired(),
                content.lost());
    }

    KnownRecord known() {
        return new KnownRecord(enrolmentId, checked());
    }

    /** @throws IllegalStateException when a version in this state cannot get there */
    Version movedTo(EnrolmentState next) {
        return moved(next, findings, medicalInfoAllowed, clearedAt);
    }

    /** Given out from now on, if it was not before. */
    Version cleared(Instant at) {
        return VersionLife.isGivenOut(state) ? this : moved(EnrolmentState.CLEARED, findings, medicalInfoAllowed, at);
    }

    /** In doubt although it was given out; a state that stays is fine. */
    Version doubted(EnrolmentState next, List<Finding> found, boolean mayViewMedicalInfo) {
        return moved(next, found, mayViewMedicalInfo, clearedAt);
    }

    /** What the rules say of it, once they were asked; nothing else changes. */
    Version checkedWith(CheckResult result) {
        return moved(state, result.findings(), result.medicalInfoAllowed(), clearedAt);
    }

    Version heldBy(UUID hold) {
        Version held = movedTo(EnrolmentState.HELD);
        return new Version(
                enrolmentId,
                version,
                insurer,
                recordKey,
                held.state,
                subject,
                content,
                findings,
                medicalInfoAllowed,
                hold,
                enteredAt,
                enteredBy,
                clearedAt);
    }

    private Version moved(EnrolmentState next, List<Finding> found, boolean mayViewMedicalInfo, Instant cleared) {
        if (state != next && !VersionLife.allows(state, next)) {
            throw new IllegalStateException("a version that is " + state + " cannot become " + next);
        }
        return new Version(
                enrolmentId,
                version,
                insurer,
                recordKey,
                next,
                subject,
                content,
                found,
                mayViewMedicalInfo,
                holdId,
                enteredAt,
                enteredBy,
                cleared);
    }

    /** Names the version, not the person (R1). */
    @Override
    public String toString() {
        return enrolmentId + "/" + version;
    }
}
