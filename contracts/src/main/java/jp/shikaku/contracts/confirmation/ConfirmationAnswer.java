package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;
import java.time.OffsetDateTime;

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
        String correlationId) {}
