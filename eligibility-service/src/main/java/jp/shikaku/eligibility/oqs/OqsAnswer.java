package jp.shikaku.eligibility.oqs;

import java.util.List;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.oqs.CardResult;
import jp.shikaku.contracts.oqs.OqsFault;

/** An answer as these documents say it. */
final class OqsAnswer {

    private OqsAnswer() {}

    /** What may not be shown any more is no answer: a program that reads the validity alone must not rely on it. */
    static CardResult of(ConfirmationAnswer answer) {
        if (!answer.stillHolds()) {
            return new CardResult.Refused(List.of(OqsFault.NO_LONGER_SHOWN));
        }
        return new CardResult.Answered(
                answer.validity(), answer.prescription().form(), answer.coverage(), notice(answer));
    }

    /**
     * What the desk needs and no element is there for: the number for the hotline, what is about to end, and, when not all is
     * well, why, what to do first, and what the patient pays.
     */
    private static String notice(ConfirmationAnswer answer) {
        StringBuilder notice = new StringBuilder("照会番号 ")
                .append(answer.confirmationNumber().display())
                .append('。');
        if (answer.reason() != null) {
            notice.append(answer.reason().text().ja());
        }
        if (!answer.deskSteps().isEmpty()) {
            notice.append("まず、").append(answer.deskSteps().get(0).text().ja());
        }
        if (answer.patientShare() != null) {
            notice.append("窓口の負担は").append(answer.patientShare().text().ja()).append("。");
        }
        answer.notices().forEach(it -> notice.append(it.text().ja()));
        if (answer.prescription().form() == PrescriptionForm.PAPER) {
            notice.append(answer.prescription().reason().ja());
        }
        if (answer.validity() == Validity.VALID && !answer.medicalInfoAllowed()) {
            notice.append("医療情報は閲覧できません。");
        }
        return notice.toString();
    }
}
