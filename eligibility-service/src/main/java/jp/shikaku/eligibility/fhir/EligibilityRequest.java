package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.List;

import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/**
 * A {@code CoverageEligibilityRequest} that can be answered.
 *
 * @param request what the question was read from, for telling repetitions
 * @param purposes validation, benefits or both
 * @param reference to the request, given back
 * @param patient as the request refers to the patient, where it can be given back
 * @param until last day of a period of care; {@code null} for a single day
 */
record EligibilityRequest(
        ConfirmationRequest request,
        CardQuestion question,
        List<String> purposes,
        R4.Reference reference,
        R4.Reference patient,
        LocalDate until) {

    static final String VALIDATION = "validation";
    static final String BENEFITS = "benefits";
}
