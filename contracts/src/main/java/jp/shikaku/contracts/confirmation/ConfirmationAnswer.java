package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * The answer to one question.
 *
 * @param confirmationNumber what staff read out to the hotline
 * @param askedAt when it was asked, Japan time
 * @param asOf the date the answer is about
 * @param validity 資格有効性, code 1 to 5
 * @param display the words on the screen
 * @param prescription electronic or paper
 * @param medicalInfoAllowed whether medical information may be viewed for this person
 * @param coverage the coverage on the card; missing when there is none to show
 * @param displayGuide path of the explanation of this display at the inquiry service
 * @param correlationId as it was asked
 * @param goodUntil until when the desk need not ask again: the end of the day on which it was asked. Missing unless valid, as
 *     anything else may change at any moment, and when what was shown may not be shown any more
 * @param reason why it is not valid; missing when it is
 * @param notices what is about to end, or that the answer is not to be relied on any more; left out when there is nothing
 * @param deskSteps what the desk does about it, in order; left out when there is nothing to do
 * @param patientShare what a patient of this age pays; missing when valid, as the coverage says so then, and when nothing
 *     tells the age
 * @param hotline whether the line for desks answers now; missing when valid, and while that is not known
 * @param hotlineHours path of the hotline's hours, and whether it answers now, at the inquiry service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationAnswer(
        ConfirmationNumber confirmationNumber,
        OffsetDateTime askedAt,
        LocalDate asOf,
        Validity validity,
        LocalizedText display,
        PrescriptionPermission prescription,
        boolean medicalInfoAllowed,
        ShownCoverage coverage,
        String displayGuide,
        String correlationId,
        OffsetDateTime goodUntil,
        AnswerReason reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AnswerNotice> notices,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DeskStep> deskSteps,
        PatientShare patientShare,
        HotlineNow hotline,
        String hotlineHours) {

    public ConfirmationAnswer {
        notices = List.copyOf(notices);
        deskSteps = List.copyOf(deskSteps);
    }

    /** Whether it may still be relied on: nothing that it showed was stopped or taken back since. */
    public boolean stillHolds() {
        return notices.stream().noneMatch(notice -> notice.code() == AnswerNotice.NoticeCode.NO_LONGER_SHOWN);
    }
}
