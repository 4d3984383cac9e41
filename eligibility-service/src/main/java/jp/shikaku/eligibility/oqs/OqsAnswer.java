package jp.shikaku.eligibility.oqs;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.oqs.CardResult;

/** An answer as these documents say it. */
final class OqsAnswer {

    private OqsAnswer() {}

    static CardResult of(ConfirmationAnswer answer) {
        return new CardResult.Answered(
                answer.validity(), answer.prescription().form(), answer.coverage(), notice(answer));
    }

    /** What the desk needs and no element is there for: the number for the hotline, and what to do when not all is well. */
    private static String notice(ConfirmationAnswer answer) {
        StringBuilder notice = new StringBuilder("照会番号 ")
                .append(answer.confirmationNumber().display())
                .append('。');
        if (answer.prescription().form() == PrescriptionForm.PAPER) {
            notice.append(answer.prescription().reason().ja());
        }
        if (answer.validity() == Validity.VALID && !answer.medicalInfoAllowed()) {
            notice.append("医療情報は閲覧できません。");
        }
        return notice.toString();
    }
}
