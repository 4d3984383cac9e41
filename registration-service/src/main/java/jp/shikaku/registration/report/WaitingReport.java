package jp.shikaku.registration.report;

import java.time.LocalDate;
import java.util.UUID;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.FiledReport;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportRegistrationRequest;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.deadline.DeadlineRule;

/**
 * A filed report, and what its insurer has of the persons in it.
 *
 * @param answeredBy the enrolment that registered it; {@code null} while it waits
 * @param ownEnrolment the insurer's latest record of the person; {@code null} when it has none
 * @param insuredEnrolment likewise of the person through whom a dependant is covered
 */
record WaitingReport(StoredReport report, UUID answeredBy, UUID ownEnrolment, UUID insuredEnrolment) {

    boolean endsACoverage() {
        return report.content().lost() != null;
    }

    private FamilyRelation relation() {
        return report.content().kind() == ReportKind.DEPENDANT_CHANGE
                ? FamilyRelation.FAMILY
                : FamilyRelation.INSURED_PERSON;
    }

    /** What its insurer sees. */
    FiledReport seenByInsurer(LocalDate today) {
        ReportContent content = report.content();
        return new FiledReport(
                report.id(),
                report.version(),
                content.kind(),
                report.employer(),
                content.reference(),
                JapanTime.wire(report.filedAt()),
                report.insurerDueOn(),
                DeadlineRule.isLate(report.insurerDueOn(), today),
                content.items().name(),
                content.items().nameKana(),
                content.items().birthDate(),
                content.items().sex(),
                content.items().address(),
                relation(),
                content.acquired(),
                content.lost(),
                content.lossReason(),
                content.relationship(),
                content.insuredName(),
                ownEnrolment,
                insuredEnrolment);
    }

    /** The record that it makes together with what its insurer adds. */
    EnrolmentRequest enrolment(IndividualNumber number, ReportRegistrationRequest added) {
        ReportContent content = report.content();
        return new EnrolmentRequest(
                added.recordKey(),
                number.value(),
                added.symbol(),
                added.number(),
                added.branch(),
                added.cardClass(),
                added.cardIssuedOn(),
                added.cardValidFrom(),
                added.cardExpiresOn(),
                content.items().name(),
                content.items().nameKana(),
                added.nameOther(),
                added.nameOtherKana(),
                content.items().birthDate().toString(),
                content.items().sex().code(),
                added.sexOnCard(),
                added.postalCode(),
                content.items().address(),
                relation().code(),
                added.burdenShare(),
                content.acquired().toString(),
                null,
                null);
    }

    /** @throws jp.shikaku.contracts.problem.ProblemException when a card is given where a coverage ends */
    static void refuseCard(ReportRegistrationRequest added) {
        ValueReader reader = new ValueReader();
        refuse(reader, "/recordKey", added.recordKey());
        refuse(reader, "/symbol", added.symbol());
        refuse(reader, "/number", added.number());
        refuse(reader, "/branch", added.branch());
        refuse(reader, "/cardClass", added.cardClass());
        refuse(reader, "/cardIssuedOn", added.cardIssuedOn());
        refuse(reader, "/cardValidFrom", added.cardValidFrom());
        refuse(reader, "/cardExpiresOn", added.cardExpiresOn());
        refuse(reader, "/nameOther", added.nameOther());
        refuse(reader, "/nameOtherKana", added.nameOtherKana());
        refuse(reader, "/sexOnCard", added.sexOnCard());
        refuse(reader, "/postalCode", added.postalCode());
        refuse(reader, "/burdenShare", added.burdenShare());
        reader.refuseIfAnyInvalid();
    }

    private static void refuse(ValueReader reader, String pointer, String text) {
        if (text != null && !text.isBlank()) {
            reader.refuse(pointer, ValueFault.NOT_OF_THIS_KIND);
        }
    }
}
