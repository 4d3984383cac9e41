package jp.shikaku.eligibility.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jp.shikaku.contracts.confirmation.AnswerNotice;
import jp.shikaku.contracts.confirmation.AnswerReason;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.DeskStep;
import jp.shikaku.contracts.confirmation.PatientShare;

/** What an answer says and FHIR has no element for. */
final class AnswerExtensions {

    private AnswerExtensions() {}

    static List<R4.Extension> of(ConfirmationAnswer answer, Locale language) {
        List<R4.Extension> extensions = new ArrayList<>();
        extensions.add(R4.Extension.code(
                Systems.PRESCRIPTION_FORM, answer.prescription().form().name()));
        extensions.add(R4.Extension.bool(Systems.MEDICAL_INFO_ALLOWED, answer.medicalInfoAllowed()));
        if (answer.goodUntil() != null) {
            extensions.add(R4.Extension.dateTime(Systems.GOOD_UNTIL, answer.goodUntil()));
        }
        if (answer.reason() != null) {
            extensions.add(reason(answer.reason(), language));
        }
        answer.notices().forEach(notice -> extensions.add(notice(notice, language)));
        answer.deskSteps().forEach(step -> extensions.add(step(step, language)));
        if (answer.patientShare() != null) {
            extensions.add(share(answer.patientShare()));
        }
        return extensions;
    }

    private static R4.Extension reason(AnswerReason reason, Locale language) {
        return R4.Extension.concept(
                Systems.REASON,
                R4.CodeableConcept.inWords(
                        Systems.REASON_CODE, reason.code().name(), reason.text().in(language)));
    }

    private static R4.Extension notice(AnswerNotice notice, Locale language) {
        return R4.Extension.of(
                Systems.NOTICE,
                List.of(R4.Extension.concept("what", concept(notice, language)), R4.Extension.date("on", notice.on())));
    }

    static R4.CodeableConcept concept(AnswerNotice notice, Locale language) {
        return R4.CodeableConcept.inWords(
                Systems.NOTICE_CODE, notice.code().name(), notice.text().in(language));
    }

    /** They come in the order in which the desk takes them. */
    private static R4.Extension step(DeskStep step, Locale language) {
        return R4.Extension.concept(
                Systems.DESK_STEP,
                R4.CodeableConcept.inWords(
                        Systems.DESK_STEP_CODE, step.code().name(), step.text().in(language)));
    }

    private static R4.Extension share(PatientShare share) {
        return R4.Extension.range(
                Systems.PATIENT_SHARE,
                new R4.Range(
                        R4.Quantity.percent(Integer.parseInt(share.lowest().code())),
                        R4.Quantity.percent(Integer.parseInt(share.highest().code()))));
    }
}
