package jp.shikaku.registration.enrolment;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.time.JapanTime;

/** A version as its insurer reads it. */
final class EnrolmentWire {

    private EnrolmentWire() {}

    static Enrolment of(Version version) {
        RecordContent content = version.content();
        return new Enrolment(
                version.enrolmentId(),
                version.version(),
                version.state(),
                version.insurer(),
                version.recordKey(),
                content.card().symbol(),
                content.card().number(),
                content.card().branch(),
                content.card().cardClass(),
                content.card().issuedOn(),
                content.card().validFrom(),
                content.card().expiresOn(),
                content.person().name(),
                content.person().nameKana(),
                content.details().nameOther(),
                content.details().nameOtherKana(),
                content.person().birthDate(),
                content.person().sex(),
                content.details().sexOnCard(),
                content.details().postalCode(),
                content.person().address(),
                content.relation(),
                content.burdenShare(),
                content.acquired(),
                content.lost(),
                content.lossReason(),
                JapanTime.wire(version.enteredAt()),
                version.findings(),
                version.state() == EnrolmentState.HELD ? version.holdId() : null);
    }
}
